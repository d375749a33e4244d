// Names whose English form is not plain pinyin, and readings that a general dictionary gets wrong in place names.

export const exonyms = {
  内蒙古自治区: 'Inner Mongolia', 广西壮族自治区: 'Guangxi', 西藏自治区: 'Xizang', 宁夏回族自治区: 'Ningxia',
  新疆维吾尔自治区: 'Xinjiang', 陕西省: 'Shaanxi', 香港特别行政区: 'Hong Kong', 澳门特别行政区: 'Macao', 台湾省: 'Taiwan',
  呼和浩特市: 'Hohhot', 鄂尔多斯市: 'Ordos', 呼伦贝尔市: 'Hulunbuir', 巴彦淖尔市: 'Bayannur', 乌兰察布市: 'Ulanqab',
  兴安盟: 'Hinggan League', 锡林郭勒盟: 'Xilingol League', 阿拉善盟: 'Alxa League',
  锡林浩特市: 'Xilinhot City', 乌兰浩特市: 'Ulanhot City', 二连浩特市: 'Erenhot City', 满洲里市: 'Manzhouli City',
  哈尔滨市: 'Harbin', 齐齐哈尔市: 'Qiqihar',
  拉萨市: 'Lhasa', 日喀则市: 'Xigaze', 昌都市: 'Qamdo', 林芝市: 'Nyingchi', 那曲市: 'Nagqu', 阿里地区: 'Ngari Prefecture',
  阿坝藏族羌族自治州: 'Ngawa Tibetan and Qiang Autonomous Prefecture', 甘孜藏族自治州: 'Garze Tibetan Autonomous Prefecture',
  果洛藏族自治州: 'Golog Tibetan Autonomous Prefecture',
  乌鲁木齐市: 'Urumqi', 乌鲁木齐县: 'Urumqi County', 克拉玛依市: 'Karamay', 吐鲁番市: 'Turpan', 哈密市: 'Hami',
  阿克苏地区: 'Aksu Prefecture', 阿克苏市: 'Aksu City', 喀什地区: 'Kashgar Prefecture', 喀什市: 'Kashgar City',
  和田地区: 'Hotan Prefecture', 和田市: 'Hotan City', 和田县: 'Hotan County', 阿勒泰地区: 'Altay Prefecture', 阿勒泰市: 'Altay City',
  伊犁哈萨克自治州: 'Ili Kazakh Autonomous Prefecture', 博尔塔拉蒙古自治州: 'Bortala Mongol Autonomous Prefecture',
  巴音郭楞蒙古自治州: 'Bayingolin Mongol Autonomous Prefecture', 克孜勒苏柯尔克孜自治州: 'Kizilsu Kyrgyz Autonomous Prefecture',
  库尔勒市: 'Korla City', 阿图什市: 'Artux City', 奎屯市: 'Kuytun City', 石河子市: 'Shihezi City',
  鄂伦春自治旗: 'Oroqen Autonomous Banner', 积石山保安族东乡族撒拉族自治县: 'Jishishan Bonan, Dongxiang and Salar Autonomous County',
  东乡族自治县: 'Dongxiang Autonomous County', 中沙群岛的岛礁及其海域: 'Zhongsha Islands', 西沙群岛: 'Xisha Islands', 南沙群岛: 'Nansha Islands',
  神农架林区: 'Shennongjia Forestry District', 六枝特区: 'Liuzhi Special District', 清新区: 'Qingxin District', 沈北新区: 'Shenbei New District',
  香格里拉市: 'Shangri-La City', 格尔木市: 'Golmud City', 海拉尔区: 'Hailar District', 矿区: 'Kuangqu District',
  龙胜各族自治县: 'Longsheng Multi-ethnic Autonomous County', 隆林各族自治县: 'Longlin Multi-ethnic Autonomous County',
};

/** Pattern found in the name, and how each of its characters is read there. First match wins. */
export const readings = [
  ['乐亭', 'lao ting'], ['乐清', 'yue qing'], ['民乐', 'min le'], ['什邡', 'shi fang'], ['什', 'shi'], ['单', 'shan'],
  ['六合区', 'lu he qu'], ['繁峙', 'fan shi'], ['尉犁', 'yu li'], ['大埔', 'da bu'], ['歙', 'she'], ['泌阳', 'bi yang'],
  ['洪洞', 'hong tong'], ['浚', 'xun'], ['涡阳', 'guo yang'], ['蔚', 'yu'], ['都', 'du'], ['黄陂', 'huang pi'],
  ['宕昌', 'tan chang'], ['筠连', 'jun lian'], ['曾都', 'zeng du'], ['箐', 'qing'], ['珲春', 'hun chun'], ['大城县', 'dai cheng xian'],
  ['大城子', 'da cheng zi'], ['红寺堡', 'hong si bu'], ['吴堡', 'wu bu'], ['里堡', 'li pu'], ['家堡', 'jia pu'], ['南堡', 'nan pu'],
  ['堡', 'bu'], ['大栅栏', 'da shi lan'], ['栅', 'zha'], ['郄', 'qie'], ['蛤泊', 'ge bo'], ['酄', 'quan'], ['番禺', 'pan yu'],
  ['乐陵', 'lao ling'], ['扎兰屯', 'za lan tun'],
];

/** Longest first, so that 土家族 is not read as 家族. */
export const peoples = Object.entries({
  回族: 'Hui', 满族: 'Manchu', 蒙古族: 'Mongol', 蒙古: 'Mongol', 壮族: 'Zhuang', 苗族: 'Miao', 土家族: 'Tujia', 侗族: 'Dong',
  瑶族: 'Yao', 彝族: 'Yi', 藏族: 'Tibetan', 羌族: 'Qiang', 朝鲜族: 'Korean', 哈萨克族: 'Kazakh', 哈萨克: 'Kazakh', 柯尔克孜: 'Kyrgyz',
  锡伯: 'Xibe', 塔吉克: 'Tajik', 达斡尔族: 'Daur', 鄂温克族: 'Ewenki', 黎族: 'Li', 畲族: 'She', 仫佬族: 'Mulao', 毛南族: 'Maonan',
  仡佬族: 'Gelao', 布依族: 'Bouyei', 水族: 'Sui', 哈尼族: 'Hani', 傣族: 'Dai', 拉祜族: 'Lahu', 佤族: 'Va', 布朗族: 'Blang',
  纳西族: 'Naxi', 白族: 'Bai', 景颇族: 'Jingpo', 傈僳族: 'Lisu', 独龙族: 'Derung', 怒族: 'Nu', 普米族: 'Pumi', 土族: 'Tu',
  撒拉族: 'Salar', 保安族: 'Bonan', 东乡族: 'Dongxiang', 裕固族: 'Yugur',
}).sort((a, b) => b[0].length - a[0].length);
