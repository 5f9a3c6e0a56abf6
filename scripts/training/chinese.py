"""Made-up Chinese records in GB/T 7714: journals, houses and places are real, works are not.

The standard's own examples are few; what the tagger needs is names, topics and the order of the parts,
with full-width and half-width marks, numeric and author-year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scripts.training.record import Writer

if TYPE_CHECKING:
    import random

_FAMILIES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤".strip()
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文玲春梅晓东海燕鹏飞宇浩然子轩雨涵思博俊峰永辉立新光荣庆祥振中少云天龙一鸣佳琪宏亮学民德成家瑞"
_DOUBLE = ("欧阳", "上官", "司马", "诸葛")
_TOPICS = """深度学习|图像识别|人工智能|数字图书馆|信息检索|区块链|乡村振兴|经济增长|产业结构|城镇化|环境规制|碳排放|气候变化|生态系统|水资源|土壤重金属|农业面源污染|高等教育|基础教育|课程改革|教师专业发展|大学生就业|社会保障|养老服务|公共卫生
慢性乙型肝炎|干扰素|肝癌|糖尿病|高血压|冠心病|中医药|针灸治疗|护理干预|基因表达|免疫功能|肿瘤细胞|药物代谢|新型冠状病毒|临床疗效|混凝土|钢结构|桥梁工程|地震响应|边坡稳定性|岩石力学|煤层气|页岩油|锂离子电池|光伏发电|微电网|电力系统
无人机|机器人控制|卫星导航|遥感影像|地理信息系统|数据挖掘|知识图谱|自然语言处理|情感分析|网络舆情|社交媒体|新闻传播|红楼梦|唐代诗歌|明清小说|现代汉语|语言接触|民族文化|非物质文化遗产|法治政府|刑事诉讼|知识产权|公司治理|财务风险|供应链金融|货币政策|数字经济|人民币汇率""".replace("\n", "|").split("|")  # fmt: skip
_TITLES = """基于{t}的{t}研究|{t}研究进展|{t}对{t}的影响|{t}与{t}|{t}的现状与对策|{t}概论|{t}及其应用|论{t}|{t}视角下的{t}|我国{t}的演变与展望|{t}在{t}中的应用|{t}:理论与实践|{t}机制分析|{t}模型构建及实证研究|试论{t}与{t}的关系|{t}导论|{t}技术
面向{t}的{t}方法|{t}治疗{t}的临床观察|中国{t}史|{t}问题再探讨|改进的{t}算法|新时代{t}的逻辑理路|{t}——以{t}为例|“{t}”背景下{t}的路径选择|如何理解{t}?|{t}联合{t}治疗{t}患者的疗效|{t}综述|{t}手册|{t}评价指标体系""".replace("\n", "|").split("|")  # fmt: skip
JOURNALS = """中国图书馆学报|图书情报工作|情报学报|计算机学报|软件学报|自动化学报|电子学报|中国科学|科学通报|经济研究|管理世界|中国工业经济|会计研究|法学研究|中国社会科学|教育研究|高等教育研究|心理学报|社会学研究|新闻与传播研究|文学评论|历史研究|哲学研究
地理学报|生态学报|环境科学|土木工程学报|岩石力学与工程学报|机械工程学报|中国电机工程学报|电力系统自动化|物理学报|化学学报|高分子学报|中华医学杂志|中华肝脏病杂志|中国中药杂志|护理研究|中国针灸|临床肝胆病杂志|现代预防医学|测绘科学|测绘学报|遥感学报|农业工程学报|中国农业科学
北京大学学报(哲学社会科学版)|清华大学学报(自然科学版)|复旦学报|武汉大学学报(信息科学版)|中南大学学报|西南民族大学学报|计算机应用研究|计算机工程与应用|控制与决策|统计研究|世界经济|国际贸易问题|旅游学刊|语言文字应用|中国语文|外语教学与研究|档案学通讯|煤炭学报|石油学报|水利学报""".replace("\n", "|").split("|")  # fmt: skip
HOUSES = tuple(
    (place, house)
    for line in """北京:科学出版社,人民出版社,商务印书馆,中华书局,高等教育出版社,清华大学出版社,北京大学出版社,机械工业出版社,人民卫生出版社,社会科学文献出版社,中国社会科学出版社,中国人民大学出版社,法律出版社,电子工业出版社,地质出版社,中国农业出版社,外语教学与研究出版社,教育科学出版社,经济科学出版社,化学工业出版社,北京图书馆出版社
上海:上海人民出版社,复旦大学出版社,上海古籍出版社,华东师范大学出版社,上海译文出版社,同济大学出版社
南京:江苏人民出版社,南京大学出版社,译林出版社,东南大学出版社
广州:中山大学出版社,广东人民出版社
武汉:武汉大学出版社,华中科技大学出版社,湖北人民出版社
成都:四川大学出版社,西南财经大学出版社
重庆:重庆大学出版社
西安:西安交通大学出版社,陕西人民出版社
杭州:浙江大学出版社,浙江人民出版社
天津:天津大学出版社,南开大学出版社
长沙:湖南科学技术出版社,岳麓书社
沈阳:辽宁教育出版社
桂林:广西师范大学出版社
济南:山东大学出版社,齐鲁书社
长春:吉林大学出版社
合肥:安徽教育出版社,中国科学技术大学出版社
台北:联经出版公司,三民书局
香港:商务印书馆""".splitlines()
    for place, _, houses in [line.partition(":")]
    for house in houses.split(",")
)  # fmt: skip
_UNIVERSITIES = "北京大学|清华大学|复旦大学|浙江大学|武汉大学|中山大学|吉林大学|四川大学|南京大学|华中科技大学|上海交通大学|中国人民大学|北京师范大学|兰州大学|厦门大学|石河子大学|山东中医药大学|中国科学院研究生院|哈尔滨工业大学|西南交通大学".split(
    "|"
)
_PLACES = (
    "北京 上海 南京 广州 武汉 成都 重庆 西安 杭州 天津 长春 合肥 济南 厦门 兰州 哈尔滨".split()
)
_PAPERS = (
    "人民日报 光明日报 中国青年报 经济日报 南方周末 中国教育报 科技日报 文汇报 新华日报".split()
)
_BODIES = "中华人民共和国国务院新闻办公室|国家统计局|世界卫生组织|中国互联网络信息中心|全国信息与文献标准化技术委员会|中国国家标准化管理委员会|教育部|中华医学会肝病学分会|北京市人民政府办公厅|国家卫生健康委员会|中国科学院|广西壮族自治区林业厅".split(
    "|"
)
_NATIONS = "美 英 德 法 日 俄".split()
_FOREIGN = "昂温 哈里森 沃尔德伦 福柯 哈贝马斯 亚里士多德 韦伯 布迪厄 马克思 凯恩斯 斯密 萨缪尔森 卡斯特 吉登斯 罗尔斯".split()


def rendered(chance: random.Random) -> Writer:
    """A Chinese reference with its spans."""
    out = Writer()
    wide = chance.random() < 0.3  # full-width marks; they are plain ones once normalised
    stop, comma, colon = (
        (". ", ", ", ": ") if not wide or chance.random() < 0.5 else (".", ",", ":")
    )
    if chance.random() < 0.15:
        stop, comma, colon = ".", ",", ":"
    dated = chance.random() < 0.2  # author-year
    coded = chance.random() < 0.9
    kind = chance.choice("JJJJJJMMMMDDCCNRSPE")
    year = str(chance.randrange(1980, 2026))
    if chance.random() < 0.1:
        out.text += "["
        out.put("citation-number", str(chance.randrange(1, 90)))
        out.text += "] "
    if kind != "S" or chance.random() < 0.5:
        out.put("author", _authors(chance, comma, body=kind in "RSE"))
        out.text += stop
    if dated:
        if out.text.endswith(stop):
            out.text = out.text[: -len(stop)] + comma
        out.put("date", year)
        out.text += stop
    return _rest(out, chance, kind, (stop, comma, colon), "" if dated else year, coded=coded)


def _rest(
    out: Writer,
    chance: random.Random,
    kind: str,
    marks: tuple[str, str, str],
    year: str,
    *,
    coded: bool,
) -> Writer:
    stop, comma, colon = marks
    online = chance.random() < 0.15
    out.put("title", _title(chance))
    if kind == "S":
        out.text += colon
        out.put(
            "number",
            f"GB/T {chance.randrange(1000, 39999)}{chance.choice(('', '.1'))}-{chance.randrange(1985, 2022)}",
        )
    if kind == "P":
        out.text += colon
        out.put(
            "number",
            f"{chance.choice(('CN', ''))}{chance.randrange(10**8, 10**9)}{chance.choice(('A', '.7', 'B', ''))}",
        )
    if coded:
        out.text += "["
        out.put(
            "medium", ("EB" if kind == "E" else kind) + ("/OL" if online or kind == "E" else "")
        )
        out.text += "]"
    first = chance.randrange(1, 400)
    pages = chance.choice(
        (f"{first}-{first + chance.randrange(1, 12)}",) * 5
        + (str(first), f"{first}-{first + 3},{first + 9}", f"{first}+{first + 7}")
    )
    if kind == "J":
        out.text += stop
        out.put("container-title", chance.choice(JOURNALS))
        _volume(out, chance, marks, year, pages)
    elif kind == "N":
        out.text += stop
        out.put("container-title", chance.choice(_PAPERS))
        out.text += comma
        out.put("date", f"{year or 2019}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}")
        out.text += "("
        out.put("pages", str(chance.randrange(1, 16)).zfill(chance.choice((1, 2))))
        out.text += ")"
    elif kind in "EP":
        out.text += stop
        date = f"{year or 2019}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        out.text += "(" if kind == "E" else ""
        out.put("date", date)
        out.text += ")" if kind == "E" else ""
    else:
        _monograph(out, chance, kind, marks, year, pages)
    if online or kind == "E":
        _online(out, chance, stop)
    out.text += chance.choice((".", ".", "."))
    return out


def _volume(
    out: Writer, chance: random.Random, marks: tuple[str, str, str], year: str, pages: str
) -> None:
    _, comma, colon = marks
    volume, issue = (
        str(chance.randrange(1, 60)),
        chance.choice(("1", "3", "05", "11", "2", "12", "4", "S1", "增刊1", "1/2")),
    )
    if year:
        out.text += comma
        out.put("date", year)
    if chance.random() < 0.75:
        out.text += comma
        out.put("volume", volume)
    if chance.random() < 0.95:
        out.text += chance.choice(("(", "(", "(", " ("))
        out.put("issue", issue)
        out.text += ")"
    out.text += chance.choice((colon, colon, ":"))
    out.put("pages", pages)


def _monograph(
    out: Writer,
    chance: random.Random,
    kind: str,
    marks: tuple[str, str, str],
    year: str,
    pages: str,
) -> None:
    stop, comma, colon = marks
    place, house = chance.choice(HOUSES)
    if kind == "C" and chance.random() < 0.7:
        out.text += chance.choice(("//", " // ", "//"))
        if chance.random() < 0.5:
            out.put("editor", _authors(chance, comma, body=chance.random() < 0.5))
            out.text += stop
        out.put(
            "container-title", _title(chance) + chance.choice(("", "论文集", "国际学术会议论文集"))
        )
    if kind == "M" and chance.random() < 0.2:
        out.text += stop
        out.put("translator", _authors(chance, comma, body=False))
        out.text += comma + "译"
    if kind == "M" and chance.random() < 0.25:
        out.text += stop
        out.put("edition", chance.choice(("2", "3", "第2", "4", "修订", "第3")))
        out.text += "版"
    out.text += stop
    if kind == "D":
        place, house = chance.choice(_PLACES), chance.choice(_UNIVERSITIES)
    if kind != "D" or chance.random() < 0.7:
        out.put("location", place)
        out.text += colon
    out.put("publisher", house)
    if year:
        out.text += comma
        out.put("date", year)
    if chance.random() < (0.9 if kind == "C" else 0.4):
        out.text += colon
        out.put("pages", pages)


def _online(out: Writer, chance: random.Random, stop: str) -> None:
    day = (
        f"{chance.randrange(2005, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    )
    out.text += "["
    out.put("accessed", day)
    out.text += "]" + stop
    out.put(
        "url",
        f"http{chance.choice(('', 's'))}://www.{chance.choice(('gov.cn', 'cnki.net', 'people.com.cn', 'stats.gov.cn', 'edu.cn'))}/{chance.randrange(9999)}.{chance.choice(('html', 'htm', 'pdf'))}",
    )
    if chance.random() < 0.2:
        out.text += stop + "DOI:" + chance.choice((" ", ""))
        out.put(
            "doi",
            f"10.{chance.randrange(1000, 9999)}/j.issn.1000-{chance.randrange(1000, 9999)}.2019.0{chance.randrange(1, 9)}.0{chance.randrange(10, 40)}",
        )


def _authors(chance: random.Random, comma: str, *, body: bool) -> str:
    if body and chance.random() < 0.8:
        return chance.choice(_BODIES)
    if chance.random() < 0.06:
        nation, name = chance.choice(_NATIONS), chance.choice(_FOREIGN)
        return chance.choice((f"[{nation}]{name}", f"({nation}) {name}", name))
    count = chance.choice((1, 1, 2, 3, 3, 3))
    names = [_name(chance) for _ in range(count)]
    more = (
        chance.choice((f"{comma}等", f"{comma}等", "等"))
        if count == 3 and chance.random() < 0.7
        else ""
    )  # as GB/T says
    return comma.join(names) + more


def _name(chance: random.Random) -> str:
    family = chance.choice(_DOUBLE) if chance.random() < 0.02 else chance.choice(_FAMILIES)
    return (
        family + chance.choice(_GIVEN) + (chance.choice(_GIVEN) if chance.random() < 0.75 else "")
    )


def _title(chance: random.Random) -> str:
    pattern = chance.choice(_TITLES)
    while "{t}" in pattern:
        pattern = pattern.replace("{t}", chance.choice(_TOPICS), 1)
    return pattern
