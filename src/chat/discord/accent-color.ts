/** Topics' colors, the light ones of the local page. Politics and whatever is new have none and get Discord's own. */
const colors: Readonly<Record<string, number>> = {
  world: 0x14_50_7f,
  europe: 0x2d_47_9c,
  germany: 0x7a_5c_00,
  asia: 0xa8_32_1c,
  africa: 0x7b_4f_0e,
  'middle-east': 0x8b_3f_57,
  americas: 0x0f_66_5a,
  business: 0x3f_56_70,
  science: 0x5a_45_a0,
  environment: 0x2b_6b_31,
  culture: 0x92_2b_68,
  sports: 0x9a_48_0a,
};

/** The color of a message's edge: its own, "#rrggbb", else by its topic. */
export function accentColor(accent: string | undefined, own?: string): number | undefined {
  if (own !== undefined && /^#[\da-f]{6}$/iu.test(own)) return Number.parseInt(own.slice(1), 16);
  return accent !== undefined && Object.hasOwn(colors, accent) ? colors[accent] : undefined;
}
