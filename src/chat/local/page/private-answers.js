const key = 'kurzwelle-answers';
const maxKept = 30;

/** Answers for this tab alone. They live as long as the tab does: the server keeps none. */
export const privateAnswers = {
  in(channelId) {
    return load().filter((answer) => answer.channelId === channelId);
  },
  keep(answer) {
    const others = load().filter(({ id }) => id !== answer.id);
    save([...others, answer].slice(-maxKept));
  },
  drop(id) {
    save(load().filter((answer) => answer.id !== id));
  },
};

function load() {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

function save(answers) {
  try {
    sessionStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // A full or forbidden storage costs only what a reload would have shown again.
  }
}
