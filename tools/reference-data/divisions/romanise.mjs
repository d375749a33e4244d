// Chinese place names to the English form used on signs and maps: 'Chaoyang District', "Gu'an County", 'Langfang'.
import { pinyin } from 'pinyin-pro';
import { exonyms, readings, peoples } from './exceptions.mjs';

const levels = [
  ['自治州', 'Autonomous Prefecture'], ['地区', 'Prefecture'], ['盟', 'League'],
  ['自治县', 'Autonomous County'], ['自治旗', 'Autonomous Banner'], ['矿区', 'Mining District'], ['新区', 'New Area'],
  ['左翼前旗', 'Left Wing Front Banner'], ['左翼中旗', 'Left Wing Middle Banner'], ['左翼后旗', 'Left Wing Rear Banner'],
  ['右翼前旗', 'Right Wing Front Banner'], ['右翼中旗', 'Right Wing Middle Banner'], ['右翼后旗', 'Right Wing Rear Banner'],
  ['左旗', 'Left Banner'], ['右旗', 'Right Banner'], ['前旗', 'Front Banner'], ['中旗', 'Middle Banner'], ['后旗', 'Rear Banner'],
  ['联合旗', 'United Banner'], ['旗', 'Banner'], ['县', 'County'],
  ['市', 'City'], ['区', 'District'],
];
const townshipLevels = [['街道', 'Subdistrict'], ['地区', 'Area'], ['镇', 'Town'], ['乡', 'Township']];

const syllable = (character, index, name, fallback) => {
  for (const [pattern, reading] of readings)
    if (pattern.includes(character) && name.includes(pattern)) {
      const parts = reading.split(' ');
      for (let at = name.indexOf(pattern); at >= 0; at = name.indexOf(pattern, at + 1))
        if (index >= at && index < at + pattern.length) return parts[index - at];
    }
  return fallback;
};

/** One word in pinyin, apostrophe before a syllable that begins with a vowel (Xi'an), save the 尔 of transcriptions (Hailaer). */
export function word(core, name = core) {
  const start = name.indexOf(core);
  const all = pinyin(name, { toneType: 'none', type: 'array' });
  const parts = [...core].map((character, index) =>
    syllable(character, index + start, name, all[index + start]));
  const joined = parts.map((part, index) => (index > 0 && /^[aoe]/.test(part) && core[index] !== '尔' ? `'${part}` : part)).join('');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

function splitPeoples(core) {
  const found = [];
  for (let again = true; again;) {
    again = false;
    for (const [zh, en] of peoples)
      if (core.endsWith(zh)) {
        found.unshift(en);
        core = core.slice(0, -zh.length);
        again = true;
        break;
      }
  }
  return [core, found];
}

const list = (names) => names.length < 3 ? names.join(' and ') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

function compose(name, table, hasPeoples) {
  const [suffix, level] = table.find(([zh]) => name.endsWith(zh) && name.length > zh.length) ?? ['', ''];
  let core = name.slice(0, name.length - suffix.length);
  let groups = [];
  if (hasPeoples(suffix, core)) [core, groups] = splitPeoples(core);
  if (core.length === 1 && !groups.length && table === levels) core += suffix;
  return [core ? word(core, name) : '', list(groups), level].filter(Boolean).join(' ');
}

/** Province, prefecture and county. A prefecture-level city drops the word: 'Langfang'. */
export function english(code, name) {
  if (exonyms[name]) return exonyms[name];
  if (code.endsWith('0000')) return word(name.replace(/(省|市|.{0,4}自治区|特别行政区)$/, ''), name);
  if (code.endsWith('00') && name.endsWith('市')) return word(name.slice(0, -1), name);
  return compose(name, levels, (suffix, core) => suffix.startsWith('自治') || core.endsWith('族'));
}

/** Street, town, township or (in Beijing) area. */
export function englishTownship(name) {
  return exonyms[name] ?? compose(name, townshipLevels, (suffix) => ['乡', '镇'].includes(suffix));
}
