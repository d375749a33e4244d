// Initials of surnames whose reading as a surname differs from the usual one, or that people look up under it.
// Written by hand, one letter a character; the build prints where pinyin-pro says otherwise.
export const surnames = {
  单: 's', 曾: 'z', 解: 'x', 仇: 'q', 区: 'o', 查: 'z', 朴: 'p', 乜: 'n', 乐: 'y', 句: 'g', 召: 's', 折: 's', 於: 'y', 繁: 'p',
  郄: 'q', 郗: 'x', 覃: 'q', 种: 'c', 秘: 'b', 黑: 'h', 祭: 'z', 盖: 'g', 翟: 'z', 缪: 'm', 员: 'y', 尉: 'w', 冼: 'x', 洗: 'x',
  任: 'r', 华: 'h', 宁: 'n', 燕: 'y', 盛: 's', 褚: 'c', 沈: 's', 卜: 'b', 牟: 'm', 宓: 'm', 郇: 'x', 那: 'n', 呙: 'g', 薄: 'b',
  柏: 'b', 能: 'n', 隗: 'w', 眭: 's', 谌: 'c', 车: 'c', 都: 'd', 钭: 't', 贾: 'j', 谷: 'g', 厍: 's', 适: 'k', 逄: 'p', 逢: 'p',
  佴: 'n', 长: 'c', 石: 's', 颉: 'x', 会: 'g', 重: 'c', 强: 'q', 晁: 'c', 朝: 'c', 俞: 'y', 余: 'y',
  尉迟: 'yc', 万俟: 'mq', 单于: 'cy', 长孙: 'zs', 澹台: 'tt', 令狐: 'lh', 欧阳: 'oy', 司马: 'sm', 上官: 'sg', 诸葛: 'zg', 夏侯: 'xh',
  皇甫: 'hf', 慕容: 'mr', 宇文: 'yw', 独孤: 'dg', 呼延: 'hy', 拓跋: 'tb', 公孙: 'gs', 仲孙: 'zs', 轩辕: 'xy', 钟离: 'zl', 闾丘: 'lq',
  司徒: 'st', 司空: 'sk', 亓官: 'qg', 颛孙: 'zs', 端木: 'dm', 巫马: 'wm', 乐正: 'yz', 公冶: 'gy', 淳于: 'cy', 濮阳: 'py', 申屠: 'st',
  太叔: 'ts', 赫连: 'hl', 东方: 'df', 西门: 'xm', 南宫: 'ng', 东郭: 'dg', 南门: 'nm', 百里: 'bl', 左丘: 'zq', 梁丘: 'lq', 宗政: 'zz',
  完颜: 'wy', 纳兰: 'nl', 耶律: 'yl', 第五: 'dw', 宰父: 'zf', 谷梁: 'gl', 夹谷: 'jg', 段干: 'dg', 漆雕: 'qd', 羊舌: 'ys', 微生: 'ws',
};
