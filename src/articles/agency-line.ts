/** The agencies a closing line credits, `cwo/fab (dpa, afp)`; undefined for any other paragraph. */
export function agenciesOf(text: string): readonly string[] | undefined {
  const [, codes, list] = agencyLine.exec(text) ?? [];
  if (list === undefined) return undefined;
  const names = list.split(/[,;/]/).map((name) => name.trim());
  const known = names.filter((name) => agencyNames.has(name.toLowerCase()));
  const isCredit = codes?.includes('/') ? names.every((name) => name.length <= 25) : known.length === names.length;
  return isCredit ? names.filter((name) => name !== '') : undefined;
}

const agencyNames = new Set(
  'aap aca aap abc ad afp agi aljazeera ansa anp ap apa apd apf apn apx ard bbc belga bta cna cnn ctk dapd dpa dpaa dpae dw efe epd epa europapress hina idn interfax ips itar-tass kna kyodo lusa mti nhk pa pap pti reuters rtr rtrd rtre ritzau sda sid tass tanjug tt unian upi xinhua zdf'.split(
    ' ',
  ),
);
const authorCodes = String.raw`[a-zäöü]{1,4}(?:\s*[,/]\s*[a-zäöü]{1,4})*`;
const agencyLine = new RegExp(String.raw`^(?:(${authorCodes})(?:\s*/)?)?\s*\(([^()]{2,120})\)\.?$`, 'i');
