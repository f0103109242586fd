/** Who may be said to do something: names, what people are called by (童姐, 老杜, 麻师傅), and bodies. All texts are folded. */
import { isSurname, looksLikePersonName } from '../../language/names.js';
import { nameLikelihood } from '../../language/person-lists.js';
import { wordClass } from '../../language/tokenizer.js';
import type { CorpusKnowledge } from '../../retrieval/passage.js';

/** What a person is called by behind a surname or a first name. */
const CALLED =
  '(?:老师|师傅|师父|医生|大夫|护士|老板娘?|教练|同学|阿姨|姨妈?|姑姑?|姐姐?|嫂子?|伯伯?|叔叔?|婶婶?|爷爷?|奶奶?|婆婆?|外婆|外公|公公|舅舅?|哥哥?|弟弟?|妹妹?|妈妈?|爸爸?|爹|娘|太太|先生|女士|大爷|大妈|大叔|大姐|大哥|老先生|会计|站长|队长|店长|馆长|所长|主任|经理|院长|校长|村长|团长|组长|书记|医师|教授|律师|警官)';
const TITLED = new RegExp(`^\\p{Script=Han}{0,3}${CALLED}$`, 'u');
/** 小季, 老杜, 阿草; 老人 and 小区 are plain words. */
const NICKNAME = /^[老小阿][\p{Script=Han}]{1,2}$/u;
const PLAIN =
  /^(?:老[人师家板百年街屋宅房旧城化汉伴鼠虎大式早厂店桥窖坛][\p{Script=Han}]?|小[区学组孩时朋伙心型吃说麦米路径数提微幅][\p{Script=Han}]?|阿[姨们富拉][\p{Script=Han}]?)$/u;
const QUOTED = /^[“"「『][^“”"「」『』]{1,12}[”"」』]$/u;
const BODY =
  /^[\p{Script=Han}\p{N}]{1,14}(?:局|厅|委|办|部|处|科|队|组|所|站|中心|公司|集团|学校|医院|法院|社|协会|联合会|合作社|工作室|村|街道|镇|乡|班|店|馆|院|银行|厂|大学|中学|小学|会|处|基金|物业|家长|专班|志愿者|居民|村民|业主|政府|支部)$/u;
/** What tells of somebody before he is named: 老石匠焦福根, 会计员庾小慧, 外孙女果果. */
const LONGEST_CALLING = 12;
/** What a doer does it with or how, between him and the verb. */
const CIRCUMSTANCE =
  /^(?:一个?人|[一二两三四五]人|去|来|在|到|从|给|为|把|用|带|以|凭|率|率领|代表|义务|轮流|统一|共同|全权|无偿|兼职|全程|因|赴|由于|为了|现场|亲自|独自|自己|负责|当场|专门|再|先|又|还|也|就|要|都|特地|同时|逐[个户家]|[\d一二三四][\d〇零一二三四五六七八九]*年|,)/u;
/** 某某以1米38的成绩打破…: what follows is of the deed. */
const BY_MEANS = /(?:[以凭]|分别以)(?=\d|[“"《]|总分|微弱|绝对|全票)/u;
const NOBODY =
  /^(?:他们?|她们?|它们?|我们?|你们?|大家|谁|自己|人家|别人|有人|本人|这|那|其|此|各|每|该|不|没|其中|一个|一位|两人|后来|当时|现在|如今|这里|那里)/u;

export function isBody(text: string): boolean {
  return BODY.test(text) && !NOBODY.test(text);
}

/** Whether a text is a person by name or by what he is called. */
function isPersonName(text: string, { persons }: CorpusKnowledge): boolean {
  if (text.length < 2 || NOBODY.test(text)) return false;
  if (persons.has(text) || QUOTED.test(text) || /^[a-z][a-z ._-]{1,20}$/u.test(text)) return true;
  if (NICKNAME.test(text) && !PLAIN.test(text)) return true;
  if (TITLED.test(text)) return true;
  return text.length <= 4 && looksLikePersonName(text) && isLikely(text);
}

function isLikely(text: string): boolean {
  const kind = wordClass(text);
  return (nameLikelihood(text) === 'likely' || text.length > 2) && (kind === 'unknown' || kind === 'name');
}

/** The length of the person or body that a text begins with, up to what tells how he does it; 0 where it begins with none. */
export function doerLength(text: string, knowledge: CorpusKnowledge, isSure: boolean): number {
  const means = text.search(BY_MEANS);
  if (means >= 2 && isDoer(text.slice(0, means), knowledge, isSure)) return means;
  if (isDoer(text, knowledge, isSure)) return text.length;
  for (let end = text.length - 1; end >= 2; end--)
    if (CIRCUMSTANCE.test(text.slice(end)) && isDoer(text.slice(0, end), knowledge, isSure)) return end;
  return 0;
}

/** 食堂的麻师傅 by its last part, 会计员庾小慧 by its end. */
function isDoer(text: string, knowledge: CorpusKnowledge, isSure: boolean): boolean {
  if (/[,，。;；:：!！?？\s]/u.test(text) || NOBODY.test(text)) return false;
  const last = text.slice(text.lastIndexOf('的') + 1);
  if (last.length < 2) return false;
  if (isPersonName(last, knowledge) || isBody(last) || (isSure && mayBeName(last))) return true;
  if (/[“"「『][^“”"「」『』]{1,12}[”"」』]$/u.test(last)) return true;
  for (let length = 4; length >= 2; length--) {
    const name = last.slice(-length);
    const calling = last.slice(0, -length);
    if (
      calling.length >= 1 &&
      calling.length <= LONGEST_CALLING &&
      isNamedAfter(calling, name, knowledge, isSure)
    )
      return true;
  }
  return false;
}

/** A calling or kinship before a name: 会计员, 校医, 外孙女. */
const CALLING =
  /(?:员|师|匠|工|长|手|生|友|徒弟?|弟子|女|子|孙|儿|妻|夫|母|父|哥|姐|妹|弟|嫂|人|家|民|者|主|医|警|记|任|理|授|官|客|伴|爷|婆)$/u;

const OFFICE_END =
  /(?:[责召持系起承主]人|馆员|厨师|教师|裁判|长|主任|经理|书记|委员|会计|干事|主席|秘书|教练|队员|队友|学生|记者|护士|医生)$/u;

/** Behind what only a person follows any surname with one or two characters is a name, however unusual: 尤未眠, 耿介. */
function mayBeName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && isSurname(text.charAt(0)) && wordClass(text) === 'unknown';
}

function isNamedAfter(calling: string, name: string, knowledge: CorpusKnowledge, isSure: boolean): boolean {
  return (
    (CALLING.test(calling) || (isSure && NICKNAME.test(name))) &&
    (isPersonName(name, knowledge) ||
      (name.length === 2 && name.charAt(0) === name.charAt(1)) ||
      ((isSure || OFFICE_END.test(calling)) && mayBeName(name)))
  );
}
