import { forgetHabits } from '../src/text/learned-habits.ts';

// What the files before this one taught the process about a language is not known to it.
forgetHabits();
