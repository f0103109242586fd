/** Words of Chinese questions that say nothing of what is asked about, and words that stand for something said before. */

/** Words that say nothing of what is asked about, so that a question of them alone leans. */
export const GENERIC =
  /^(?:[谁哪何啥几多在是有由的了过都也又还再并就于和与及从到去来被把对向为会开上中里说讲做作提谈问呢吗吧啊呀么,，、\s]|什么|哪[里儿些个位名天年月次]|哪一[天年个位次]|什么|时候|何时|何地|何处|何人|为什么|为何|为啥|多少|多久|如何|怎么|怎样|怎么样|原因|时间|地点|地方|日期|情况|内容|人|位|名|个|次|人数|人员|领导|同志|名单|分别|具体|主要|文章|报道|稿子|新闻|会议|会上|会议上|大会|还有|都有|是否|是不是|有没有|没有|因为|主持|召开|举行|举办|进行|开会|出席|列席|旁听|参加|参会|与会|到会|通报|汇报|部署|安排|讲话|发言|致辞|讲了话|并讲话|强调|指出|要求|提出|表示|认为|提到|说到|说过|讲到|说说|另外|然后|当时|后来|接着|最后|首先|到底|究竟|那次|这次|本次|此次|该|那个|这个|那场|这场|那天|当天|当日|哪一位|哪位)$/u;
/** One person. */
export const PRONOUN = /^(?:他|她|此人|这个?人|那个?人|这位|那位)$/u;
/** 那次会议 and its like, where nothing stands before that says which: 郑州那次会议 leans on nothing. */
export const THAT_MEETING =
  /(?<=^|[,，谁在于了就对到从是过和由]|主持|出席|列席|参加|召开)(?:(?:那|这|本|此|该)(?:一)?[次个场届]?(?:专题|常委会?|调度|视频|座谈)?(?:会议|大会|全会|会(?!议)|活动|调研|座谈会|调度会))|^(?:在)?(?:会上|会议上|会议中|会中)/u;
