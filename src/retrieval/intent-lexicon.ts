/**
 * English words for offices, institutions, roles and meetings, with the Chinese that bulletins use. Made by hand: the
 * general lexicon gives "inspector" as 检查员, a bulletin says 巡视员. All Chinese is folded (simplified).
 */
import type { Role } from './question.js';

/** One English expression, matched on lower-cased text, and the Chinese words for it, the likeliest first. */
export interface BureaucraticTerm {
  readonly pattern: RegExp;
  readonly chinese: readonly string[];
}

/** Titles of persons. The first that matches at a place decides, so the longer stand before the shorter. */
export const ENGLISH_TITLES: readonly BureaucraticTerm[] = [
  term(
    '(?:general secretary|secretary[- ]general of the (?:communist )?party|party general secretary)',
    '总书记',
  ),
  term('secretary[- ]general', '秘书长'),
  term('(?:deputy|vice|associate) (?:communist )?party (?:secretary|chief|boss)', '副书记'),
  term(
    '(?:communist )?party (?:committee )?(?:secretary|chief|boss|leader|head)|(?:provincial|municipal|city|county|district|village|township) (?:party )?(?:committee )?secretary',
    '书记',
  ),
  term(
    '(?:discipline inspection|disciplinary|discipline) (?:commission |committee )?(?:secretary|chief|head)',
    '纪委书记',
  ),
  term(
    'secretary of (?:the )?(?:[a-z-]+ ){0,3}(?:discipline|disciplinary) (?:inspection )?(?:commission|committee)',
    '纪委书记',
  ),
  term('secretary of (?:the )?(?:[a-z-]+ ){0,4}(?:party committee|committee)', '书记'),
  term('(?:executive|standing|first) (?:deputy|vice)[- ]mayor', '常务副市长'),
  term('(?:deputy|vice)[- ]mayor', '副市长'),
  term('acting mayor', '代市长', '市长'),
  term('mayor(?:ess)?', '市长'),
  term('(?:executive|standing|first) (?:deputy|vice)[- ]governor', '常务副省长'),
  term('(?:deputy|vice|lieutenant)[- ]governor', '副省长'),
  term('acting governor', '代省长', '省长'),
  term('(?:deputy|vice)[- ]county (?:governor|head|chief|magistrate)', '副县长'),
  term('(?:deputy|vice)[- ](?:governor|head|chief|magistrate) of (?:the )?county', '副县长'),
  term('(?:deputy|vice)[- ]district (?:governor|head|chief|mayor)', '副区长'),
  term('(?:deputy|vice)[- ]town(?:ship)? (?:head|chief|mayor)', '副镇长', '副乡长'),
  term('county (?:governor|head|chief|magistrate)', '县长'),
  term('district (?:governor|head|chief|mayor)', '区长'),
  term('town(?:ship)? (?:head|chief|mayor)', '镇长', '乡长'),
  term('village (?:head|chief)', '村长', '村主任'),
  term('governor', '省长', '州长'),
  term('police chief|chief of police|head of (?:the )?police', '公安局局长', '公安局长'),
  term(
    '(?:executive|standing) (?:deputy|vice)[- ](?:chief )?(?:commander(?:-in-chief)?|head)',
    '常务副指挥长',
  ),
  term('(?:deputy|vice)[- ](?:chief )?commander(?:-in-chief)?', '副指挥长'),
  term('(?:chief )?commander(?:-in-chief)?|head of (?:the )?(?:[a-z0-9-]+ ){0,6}headquarters', '指挥长'),
  term(
    '(?:second|2nd)[- ](?:level|class|grade|rank) inspector|(?:level|grade|class|rank)[- ](?:two|2|ii) inspector',
    '二级巡视员',
  ),
  term(
    '(?:first|1st)[- ](?:level|class|grade|rank) inspector|(?:level|grade|class|rank)[- ](?:one|1|i) inspector',
    '一级巡视员',
  ),
  term('(?:deputy|vice|assistant)[- ]inspector', '副巡视员'),
  term('inspector', '巡视员'),
  term(
    '(?:deputy|vice)[- ](?:president|chancellor|principal|headmaster)(?= (?:of|at) (?:the )?(?:[a-z-]+ ){0,4}(?:university|college|school|institute))',
    '副校长',
  ),
  term(
    '(?:president|chancellor|principal|headmaster)(?= (?:of|at) (?:the )?(?:[a-z-]+ ){0,4}(?:university|college|school|institute))',
    '校长',
  ),
  term('(?:deputy|vice)[- ](?:principal|headmaster|chancellor)', '副校长'),
  term('principal|headmaster', '校长'),
  term(
    'acting director of (?:the )?(?:[a-z-]+ ){0,3}supervis(?:ory|ion) (?:commission|committee)',
    '监委代主任',
  ),
  term('acting director', '代主任'),
  term('(?:deputy|vice|assistant|associate)[- ](?:director|head|chief)s?', '副主任', '副局长', '副厅长'),
  term(
    'director[- ]general|director|(?<!-)head(?!-)|chief(?! (?:engineer|physician|editor|executive|justice))',
    '主任',
    '局长',
    '厅长',
    '部长',
  ),
  term('(?:deputy|vice)[- ](?:minister)', '副部长'),
  term('prime minister', '总理', '首相'),
  term('minister', '部长', '大臣'),
  term('vice[- ]premier', '副总理'),
  term('premier', '总理'),
  term('vice[- ]president', '副总统', '副主席', '副总裁', '副校长', '副院长'),
  term('president', '总统', '主席', '总裁', '校长', '院长', '会长'),
  term('(?:deputy|vice)[- ]chair(?:man|woman|person)?', '副主席', '副主任', '副会长'),
  term('chair(?:man|woman|person)(?! the)', '主席', '主任', '会长', '董事长'),
  term('standing committee members?|members? of (?:the )?(?:[a-z-]+ ){0,4}standing committee', '常委'),
  term('spokes(?:man|woman|person|people)', '发言人'),
  term('reporters?|journalists?|correspondents?', '记者'),
  term('(?:chief )?editors?', '编辑', '主编'),
  term('team leader|group leader|head of the (?:[a-z-]+ )?(?:group|team)', '组长'),
  term('professors?', '教授'),
  term('curator', '馆长'),
  term('ambassador', '大使'),
  term('general manager', '总经理'),
  term('chief executive(?: officer)?|ceo', '总裁', '首席执行官'),
  term('captain', '队长'),
];

/** Institutions as they stand in front of a title; `level` words (省, 市) are put before those that carry none. */
export const ENGLISH_INSTITUTIONS: readonly BureaucraticTerm[] = [
  term(
    "(?:provincial|municipal|city|county|district) people's congress|people's congress",
    '人大',
    '人大常委会',
  ),
  term(
    "chinese people's political consultative conference|cppcc|political consultative conference|political advisory body|consultative conference",
    '政协',
  ),
  term('(?:discipline|disciplinary) inspection (?:and supervision )?(?:commission|committee)', '纪委'),
  term('supervis(?:ory|ion) (?:commission|committee)', '监委'),
  term('health commission|health committee', '卫健委', '卫生健康委'),
  term(
    '(?:department|bureau|office|commission) of health|health (?:department|bureau)',
    '卫健委',
    '卫生厅',
    '卫生局',
  ),
  term(
    '(?:department|bureau) of education|education(?:al)? (?:department|bureau|office|authority)',
    '教育厅',
    '教育局',
  ),
  term(
    '(?:department|bureau) of public security|public security (?:department|bureau)|police department',
    '公安厅',
    '公安局',
  ),
  term('(?:department|bureau) of finance|financ(?:e|ial) (?:department|bureau)', '财政厅', '财政局'),
  term(
    '(?:department|bureau) of transport(?:ation)?|transport(?:ation)? (?:department|bureau)',
    '交通运输厅',
    '交通局',
  ),
  term('(?:department|bureau) of commerce|commerce (?:department|bureau)', '商务厅', '商务局'),
  term(
    '(?:department|bureau) of agriculture|agricultur(?:e|al) (?:department|bureau)',
    '农业农村厅',
    '农业局',
  ),
  term('development and reform commission', '发改委', '发展改革委'),
  term('market (?:regulation|supervision) (?:bureau|administration)', '市场监管局'),
  term('propaganda department|publicity department', '宣传部'),
  term('organi[sz]ation department', '组织部'),
  term('united front work department', '统战部'),
  term(
    'politics and law (?:commission|committee)|political and legal (?:affairs )?(?:commission|committee)',
    '政法委',
  ),
  term('(?:center|centre)s? for disease (?:prevention and )?control(?: and prevention)?|cdc', '疾控中心'),
  term('party committee', '党委'),
  term('state council', '国务院'),
  term('(?:command|headquarters|command center|command centre)', '指挥部'),
  term('working group|task force', '工作组', '专班'),
  term('university', '大学'),
];

/** Kinds of meetings and acts. */
const ENGLISH_MEETINGS: readonly BureaucraticTerm[] = [
  term(
    'standing committee (?:meeting|session)s?|meeting of (?:the )?(?:[a-z-]+ ){0,4}standing committee',
    '常委会会议',
    '常委会',
  ),
  term(
    '(?:special|thematic|dedicated) (?:work(?:ing)? )?(?:meeting|session|conference)s?',
    '专题会议',
    '专题会',
  ),
  term(
    '(?:dispatch|scheduling|coordination|mobili[sz]ation) (?:meeting|session|conference)s?',
    '调度会',
    '调度会议',
    '动员会',
    '协调会',
  ),
  term(
    '(?:video|tele)[- ]?(?:conference|meeting|call)s?|video (?:dispatch|scheduling) (?:meeting|conference)s?',
    '视频会议',
    '视频调度会',
    '电视电话会议',
  ),
  term(
    'symposi(?:um|a)|(?:panel |round[- ]?table )?discussion|round[- ]?table|forum',
    '座谈会',
    '研讨会',
    '论坛',
  ),
  term('press (?:conference|briefing)|news (?:conference|briefing)', '新闻发布会', '发布会'),
  term('joint (?:meeting|session|conference)s?', '联席会议', '联席会'),
  term('executive meeting', '常务会议'),
  term('plenary (?:session|meeting)|plenum', '全会', '全体会议'),
  term('leading (?:small )?group meeting', '领导小组会议'),
  term('inspection|field research|fact-finding (?:trip|tour|visit)', '调研', '检查'),
  term('main (?:venue|site|hall)', '主会场', '主场'),
  term('(?:branch|sub-?|parallel|satellite) ?(?:venue|site|hall)s?', '分会场'),
  term('standing committee', '常委会'),
  term('meetings?|conferences?|sessions?', '会议'),
];

/** English verbs for the parts in a meeting, in the order in which they are tried. */
export const ENGLISH_ROLES: readonly (readonly [Role, RegExp])[] = [
  [
    'chair',
    /\b(?:chair(?:ed|s|ing)?(?! ?(?:man|woman|person))|presid(?:ed?|es|ing)(?: over)?|convened?|hosted?|led the meeting|moderated?)\b/u,
  ],
  [
    'attend-and-speak',
    /\b(?:attended|attend|was present) and (?:spoke|speak|gave a speech|delivered (?:a|an) (?:speech|address))\b/u,
  ],
  [
    'sit-in',
    /\b(?:sat|sits?|sitting)[- ]in\b|\bas (?:an? )?(?:observers?|non-?voting)\b|\bobserved\b|\bin a non-?voting capacity\b/u,
  ],
  ['take-part', /\b(?:took|take|takes|taking) part\b|\bparticipat(?:ed?|es|ing|ants?)\b|\bjoined\b/u],
  ['attend', /\b(?:attend(?:ed|s|ing|ees?|ance)?|w(?:as|ere) (?:present|at|there))\b/u],
  [
    'notify',
    /\b(?:briefed|notif(?:y|ied)|g[ai]ve (?:a|the) briefing|circulated?|announced the situation|informed)\b/u,
  ],
  [
    'report',
    /\b(?:(?<!\b(?:the|a|an|this|that|news|to|written) )report(?:ed|s)?(?! (?:says?|said|mentions?))(?= |\?|$)|g[ai]ve (?:a|an|the) report|delivered (?:a|an|the) report)/u,
  ],
  [
    'deploy',
    /\b(?:deploy(?:ed|s|ments?)?|made (?:the )?(?:specific |concrete |detailed )?(?:arrangements?|deployments?)|arranged?|laid out|g[ai]ve specific (?:instructions|arrangements)|(?:specific|concrete) (?:arrangements?|deployments?))\b/u,
  ],
  [
    'speak',
    /\b(?:spoke|speak|speaks|g[ai]ve (?:a|the) speech|delivered (?:a|an|the) (?:speech|address|remarks)|addressed)\b/u,
  ],
  ['inspect', /\b(?:inspect(?:ed|s|ing)?(?! ?or)|visit(?:ed|s|ing)?|toured?|surveyed|supervised|went to)\b/u],
];

/** What texts say for each role. */
const ROLE_VERBS: Readonly<Record<Role, readonly string[]>> = {
  chair: ['主持'],
  attend: ['出席'],
  'attend-and-speak': ['出席并讲话', '出席'],
  'sit-in': ['列席', '旁听'],
  deploy: ['具体部署', '部署', '安排'],
  notify: ['通报'],
  report: ['汇报'],
  'take-part': ['参加', '参与'],
  speak: ['讲话', '致辞'],
  inspect: ['调研', '检查', '视察'],
};

/** How many bids were there, who went to Wittenberg: not of meetings alone. */
const PLAIN_VERB = /^(?:was|were|went)$/u;

/** Several English words for one thing, and the Chinese for it. */
export interface EnglishPhrase {
  readonly words: readonly string[];
  readonly chinese: readonly string[];
}

/** The verbs of several words for roles in lower-cased English text: took part, sat in. */
export function englishRolePhrases(lower: string): readonly EnglishPhrase[] {
  return ENGLISH_ROLES.flatMap(([role, pattern]): EnglishPhrase[] => {
    const words = pattern.exec(lower)?.[0].split(/[\s-]+/u) ?? [];
    const plain = words.length < 2 || PLAIN_VERB.test(words[0] ?? '');
    return plain ? [] : [{ words, chinese: ROLE_VERBS[role] }];
  });
}

/** The kinds of meetings of several words in lower-cased English text: joint meeting, standing committee meeting. */
export function englishMeetingPhrases(lower: string): readonly EnglishPhrase[] {
  return ENGLISH_MEETINGS.flatMap(({ pattern, chinese }): EnglishPhrase[] => {
    const words = pattern.exec(lower)?.[0].split(/[\s-]+/u) ?? [];
    return words.length > 1 ? [{ words, chinese }] : [];
  });
}

function term(source: string, ...chinese: readonly string[]): BureaucraticTerm {
  return { pattern: new RegExp(`\\b(?:${source})\\b`, 'u'), chinese };
}

/** An ordinal and its meeting stand close: the 14th special work meeting. */
const ORDINAL_REACH = 60;
const ORDINAL_WORDS = 5;

/** Where lower-cased English text names a body (education department), with its folded Chinese names. */
export function englishInstitutions(
  lower: string,
): readonly { readonly at: number; readonly chinese: readonly string[] }[] {
  return ENGLISH_INSTITUTIONS.flatMap(({ pattern, chinese }) => {
    const found = pattern.exec(lower);
    return found === null ? [] : [{ at: found.index, chinese }];
  });
}

/** The folded Chinese names of every kind of meeting that lower-cased English text names, each as its alternatives. */
export function englishMeetings(lower: string): readonly (readonly string[])[] {
  return ENGLISH_MEETINGS.filter(({ pattern }) => pattern.test(lower)).map(({ chinese }) => chinese);
}

/** The folded Chinese kind of meeting that follows an English ordinal in lower-cased text, or '' when none does. */
export function englishMeetingAfter(lower: string): string {
  return nearestMeeting(lower)?.chinese[0] ?? '';
}

/** How many characters of lower-cased text behind an English ordinal belong to its meeting's name; 0 when none follows. */
export function englishMeetingReach(lower: string): number {
  return nearestMeeting(lower)?.end ?? 0;
}

function nearestMeeting(lower: string) {
  const reach = lower.slice(0, ORDINAL_REACH);
  return ENGLISH_MEETINGS.flatMap(({ pattern, chinese }) => {
    const match = pattern.exec(reach);
    return match === null ? [] : [{ at: match.index, end: match.index + match[0].length, chinese }];
  })
    .filter(({ at }) => reach.slice(0, at).split(/\s+/u).length <= ORDINAL_WORDS)
    .sort((a, b) => a.at - b.at)[0];
}
