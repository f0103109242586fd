/** The verbs by which bulletins say who did what in a meeting. All on folded text. */
import type { Role } from '../../retrieval/question.js';

export interface RoleVerb {
  readonly roles: readonly Role[];
  readonly start: number;
  readonly end: number;
}

interface Rule {
  readonly roles: readonly Role[];
  readonly pattern: RegExp;
}

const SPEECH = '并(?:作|做|发表)?(?:了)?(?:重要|总结|动员)?(?:讲话|致辞|发言)';
const WITHIN = '[^,，。;；:：、]';

/** Longer phrases first: where they match, the shorter ones inside them don't count again. */
const RULES: readonly Rule[] = [
  rule(['attend-and-speak', 'attend', 'speak'], `出席(?:了)?${WITHIN}{0,16}?${SPEECH}`),
  rule(['chair', 'speak'], `主持(?:召开)?(?:了)?${WITHIN}{0,24}?${SPEECH}`),
  rule(['chair'], '主持(?:召开|会议)?(?![人词稿])'),
  rule(['sit-in'], '列席|旁听'),
  rule(['attend'], '出席'),
  rule(['deploy'], `(?:作|做)(?:出|了|出了)?${WITHIN}{0,8}?(?:部署|安排)|(?:安排|具体)?部署(?!会)|作安排`),
  rule(['notify'], '通报(?!批评|会)'),
  rule(['report'], '(?:作|做)(?:了)?(?:情况|工作)?汇报|汇报(?!会)'),
  rule(['take-part'], '参加(?!工作|革命)|参会'),
  rule(['speak'], '(?:作|做)(?:了)?(?:表态|交流|典型|总结)?发言|讲话|发了?言(?!人)|致辞|讲了话'),
  rule(
    ['inspect'],
    '检查督导|督导检查|(?:视频)?调度(?!会|室|员)|调研|视察|考察|走访|暗访|检查|督导|督查|来到|前往|看望|慰问|到访|(?:先|再)?到(?=[^,，。;；]{2,16}(?:调研|检查|督导|看|等处)|[\\p{Script=Han}]{2,12}[,，](?:实地|现场)?(?:看|调研|检查|督导|了解|查看))',
  ),
];

/** 听取汇报 is the hearer's act; 监督检查工作 and 检查站 are things. */
const NOT_AN_ACT: readonly (readonly [Role, RegExp, RegExp])[] = [
  ['report', /听取?(?:了)?[^,，。;；]{0,40}$/u, /^/u],
  ['notify', /听取?(?:了)?[^,，。;；]{0,40}$|协查$|信息$/u, /^/u],
  ['speak', /$/u, /^(?:要求|精神|稿|内容)/u],
  ['speak', /的(?:重要)?$/u, /^/u],
  ['inspect', /(?:监督|健康|核酸|要求|开展|加强|强化)$/u, /^/u],
  ['inspect', /$/u, /^(?:工作情况|组|站|点|队|办法|制度|机制|指挥|工作运行)/u],
  [
    'deploy',
    /(?:党中央|省委|中央|市委|省委省政府|市委市政府|决策|按照[^,，。]{0,12}|贯彻[^,，。]{0,20}|落实[^,，。]{0,20}|的)$/u,
    /^/u,
  ],
];

function rule(roles: readonly Role[], source: string): Rule {
  return { roles, pattern: new RegExp(source, 'gu') };
}

/** The role verbs of a folded sentence, in order, without overlaps. */
export function findRoleVerbs(sentence: string): readonly RoleVerb[] {
  const found: RoleVerb[] = [];
  for (const { roles, pattern } of RULES) {
    for (const match of sentence.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => other.start < end && start < other.end)) continue;
      if (roles.some((role) => isNoAct(role, sentence, start, end))) continue;
      found.push({ roles, start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isNoAct(role: Role, sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(Math.max(0, start - 44), start);
  const after = sentence.slice(end, end + 8);
  return NOT_AN_ACT.some(([of, left, right]) => of === role && left.test(before) && right.test(after));
}
