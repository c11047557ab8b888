/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Lectern developers */

/* The phrases of papers in the two languages a contest may have. Certificates write dates in Chinese
 * numerals with 〇 (U+3007), reports in Arabic figures. */

#define G_LOG_DOMAIN "lectern-paper"

#include "lectern-paper-words.h"

#include <stdio.h>
#include <string.h>

/* clang-format off */
static const char *const words[LECTERN_N_WORDS][2] = {
  [LECTERN_WORD_REHEARSAL] = { "彩排", "REHEARSAL" },
  [LECTERN_WORD_REHEARSAL_NOTE] = { "彩排用 · 成绩与名单均为演练数据，无效", "Rehearsal · practice figures, not valid" },
  [LECTERN_WORD_SUMMARY] = { "成绩汇总表", "Summary of Results" },
  [LECTERN_WORD_RUNNING_ORDER] = { "出场顺序", "Running Order" },
  [LECTERN_WORD_POSITION] = { "序号", "No." },
  [LECTERN_WORD_LOT] = { "抽签号", "Lot" },
  [LECTERN_WORD_NAME] = { "姓名", "Name" },
  [LECTERN_WORD_UNIT] = { "单位", "Unit" },
  [LECTERN_WORD_LECTURE] = { "党课题目", "Talk" },
  [LECTERN_WORD_JUDGE] = { "评委", "Judge" },
  [LECTERN_WORD_HIGHEST] = { "最高分", "Highest" },
  [LECTERN_WORD_LOWEST] = { "最低分", "Lowest" },
  [LECTERN_WORD_TIME] = { "用时", "Time" },
  [LECTERN_WORD_DEDUCTION] = { "超时扣分", "Deduction" },
  [LECTERN_WORD_FINAL] = { "最后得分", "Final score" },
  [LECTERN_WORD_RANK] = { "名次", "Rank" },
  [LECTERN_WORD_REMARKS] = { "备注", "Remarks" },
  [LECTERN_WORD_RECUSED] = { "回避", "recused" },
  [LECTERN_WORD_FORFEIT] = { "弃权", "forfeit" },
  [LECTERN_WORD_SCORER] = { "计分员", "Scorer" },
  [LECTERN_WORD_CHECKER] = { "复核", "Checked by" },
  [LECTERN_WORD_SUPERVISOR] = { "监督员", "Supervisor" },
  [LECTERN_WORD_HEAD_JUDGE] = { "评委组长", "Head of jury" },
  [LECTERN_WORD_DATE] = { "日期", "Date" },
  [LECTERN_WORD_DATE_BLANK] = { "　　　年　　月　　日", "" },
  [LECTERN_WORD_PLACE] = { "地点", "Place" },
  [LECTERN_WORD_PROVISIONAL] = { "暂定成绩（尚未定稿）", "provisional, not finalised" },
  [LECTERN_WORD_FINAL_REVISION] = { "正式成绩（第%s稿）", "final, revision %s" },
  [LECTERN_WORD_PAGE] = { "第%s页 共%s页", "Page %s of %s" },
  [LECTERN_WORD_PRINTED] = { "打印时间：%s", "Printed %s" },
  [LECTERN_WORD_SIGNING_KEY] = { "签名密钥：%s", "Signing key %s" },
  [LECTERN_WORD_SHEETS_MISSING] = { "缺%s张评分表", "%s sheets missing" },
  [LECTERN_WORD_SEPARATED] = { "同分按%s", "tie: %s" },
  [LECTERN_WORD_OPEN_TIE] = { "并列", "tied" },
  [LECTERN_WORD_STRUCK] = { "划去的分数为去掉的最高分、最低分。", "Totals struck out are the highest and lowest that do not count." },
  [LECTERN_WORD_RULES] = { "计分规则：", "Rules: " },
  [LECTERN_WORD_RULE_TRIM] = { "去掉%s个最高分和%s个最低分（有效评分表不少于%s张时），其余取平均分", "mean of the sheets without the %s highest and %s lowest (from %s valid sheets on)" },
  [LECTERN_WORD_RULE_NO_TRIM] = { "全部有效评分表取平均分", "mean of all valid sheets" },
  [LECTERN_WORD_RULE_LIMIT] = { "限时%s", "time limit %s" },
  [LECTERN_WORD_RULE_UNDER] = { "不足%s秒扣%s分", "%2$s points when under %1$s s" },
  [LECTERN_WORD_RULE_DECIMALS] = { "最后得分四舍五入保留%s位小数", "final scores rounded half up to %s decimals" },
  [LECTERN_WORD_RULE_RANK_EXACT] = { "按未舍入的精确分值排名", "ranked on exact values" },
  [LECTERN_WORD_RULE_RANK_ROUNDED] = { "按保留小数后的分值排名", "ranked on rounded values" },
  [LECTERN_WORD_RULE_TIES] = { "同分依次比较：%s", "ties go by %s" },
  [LECTERN_WORD_TIE_MEAN] = { "全部评委平均分", "mean of all sheets" },
  [LECTERN_WORD_TIE_MEDIAN] = { "中位数", "median" },
  [LECTERN_WORD_TIE_HIGHEST] = { "有效分高者", "highest counted totals" },
  [LECTERN_WORD_TIE_SPREAD] = { "评分离散小者", "smaller spread" },
  [LECTERN_WORD_TIE_OVERTIME] = { "超时少者", "less overtime" },
  [LECTERN_WORD_TIE_HEAD] = { "评委组长评分", "head judge’s total" },
  [LECTERN_WORD_TIE_DECISION] = { "评委会裁定", "jury’s decision" },
  [LECTERN_WORD_LIST_COMMA] = { "、", ", " },
  [LECTERN_WORD_SENTENCE_GAP] = { "；", "; " },
  [LECTERN_WORD_DRAWN_BY_SEED] = { "抽签方式：计算机随机抽签，种子“%s”", "Drawn by computer with the seed “%s”" },
  [LECTERN_WORD_DRAWN_BY_HAND] = { "抽签方式：现场抽签，结果人工录入", "Drawn by hand and recorded" },
  [LECTERN_WORD_DRAW_APART] = { "同一单位的选手不相邻", "no two of one unit next to each other" },
  [LECTERN_WORD_DRAW_REPLAY] = { "任何人用同一名单和种子都可重演本次抽签（SHA-256 计数器模式）。", "Anyone can replay the draw from the same list and seed (SHA-256 in counter mode)." },
  [LECTERN_WORD_BEFORE_REVISION] = { "第%s稿前，暂定", "provisional, before revision %s" },
  [LECTERN_WORD_NOT_RECHECKED] = { "未经复核", "not re-checked" },
  [LECTERN_WORD_RECHECKED_BY] = { "已复核：%s", "re-checked by %s" },
  [LECTERN_WORD_CLOSED_BY] = { "定稿：%s", "closed by %s" },
  [LECTERN_WORD_ABSENT] = { "缺席", "absent" },
  [LECTERN_WORD_SAME_UNIT] = { "同单位", "same unit" },
  [LECTERN_WORD_JUDGE_NUMBERED] = { "评委%s", "judge %s" },
  [LECTERN_WORD_NOT_HANDED_IN] = { "未交", "missing" },
  [LECTERN_WORD_DROPPED_HIGH] = { "去掉最高分", "struck, highest" },
  [LECTERN_WORD_DROPPED_LOW] = { "去掉最低分", "struck, lowest" },
  [LECTERN_WORD_KEYED] = { "纸质两人录入", "paper, keyed twice" },
  [LECTERN_WORD_FROM_TABLE] = { "纸质表格导入", "paper, from a table" },
  [LECTERN_WORD_LEFT_PANEL] = { "已退出评委组", "has left the panel" },
  [LECTERN_WORD_CAME_LATER] = { "当时尚未加入评委组", "not on the panel yet" },
  [LECTERN_WORD_VALID_OF] = { "%s份取%s份", "%2$s of %1$s count" },
  [LECTERN_WORD_BASIS_TRIMMED] = { "有效评分%s份，去掉%s个最高分和%s个最低分，按%s份平均", "%s valid sheets less the %s highest and %s lowest, mean of %s" },
  [LECTERN_WORD_BASIS_ALL] = { "有效评分%s份，全部计入平均", "%s valid sheets, mean of all" },
  [LECTERN_WORD_BASIS_NONE] = { "尚无有效评分", "no valid sheet yet" },
  [LECTERN_WORD_NUMBER] = { "号", "No." },
  [LECTERN_WORD_MEAN] = { "平均分", "Mean" },
  [LECTERN_WORD_TOTAL] = { "合计", "Total" },
  [LECTERN_WORD_AWARD] = { "奖项", "Award" },
  [LECTERN_WORD_TIMERS] = { "%s（计时一%s，计时二%s）", "%s (timers %s and %s)" },
  [LECTERN_WORD_NUMBERED_LOT] = { "%s号", "No. %s" },
  [LECTERN_WORD_AMENDED] = { "改分", "amended" },
  [LECTERN_WORD_AMENDMENT] = { "改分 · %s：%s；合计%s→%s。", "Amended, %s: %s; total %s → %s. " },
  [LECTERN_WORD_UNCHANGED] = { "各项未变", "no mark changed" },
  [LECTERN_WORD_REASON] = { "理由：%s。", "Reason: %s. " },
  [LECTERN_WORD_SECOND] = { "同意人：%s。", "Agreed by %s. " },
  [LECTERN_WORD_AT_TIME] = { "时间：%s。", "At %s. " },
  [LECTERN_WORD_VOIDED] = { "作废 · %s。", "Void: %s. " },
  [LECTERN_WORD_SHEETS] = { "评分明细表", "Marks by Entry" },
  [LECTERN_WORD_JUDGE_SHEETS] = { "评委评分汇总", "Marks by Judge" },
  [LECTERN_WORD_MARKS_OF] = { "%s（%s）", "%s (%s)" },
  [LECTERN_WORD_JUDGE_SIGNATURE] = { "评委签名", "Signed by the judge" },
  [LECTERN_WORD_JUDGE_LINE] = { "第%s号评委　%s", "Judge %s　%s" },
  [LECTERN_WORD_RULINGS] = { "裁定记录", "Rulings" },
  [LECTERN_WORD_WHEN] = { "时间", "Time" },
  [LECTERN_WORD_MATTER] = { "事项", "Matter" },
  [LECTERN_WORD_WHO_CONCERNED] = { "选手／评委", "Entry / judge" },
  [LECTERN_WORD_RECORDED] = { "内容", "On record" },
  [LECTERN_WORD_WHY] = { "理由", "Reason" },
  [LECTERN_WORD_AGREED] = { "同意人", "Agreed by" },
  [LECTERN_WORD_RULING_REOPEN_SHEET] = { "退回重评", "sheet reopened" },
  [LECTERN_WORD_RULING_AMEND_SHEET] = { "改分", "sheet amended" },
  [LECTERN_WORD_RULING_RESTART] = { "重新开始", "talk started again" },
  [LECTERN_WORD_RULING_TIME] = { "更正用时", "time corrected" },
  [LECTERN_WORD_RULING_RECUSAL] = { "回避", "recusal" },
  [LECTERN_WORD_RULING_ABSENCE] = { "评委缺席", "judge absent" },
  [LECTERN_WORD_RULING_FORFEIT] = { "弃权", "forfeit" },
  [LECTERN_WORD_RULING_RULES] = { "修改规则", "rules changed" },
  [LECTERN_WORD_RULING_REOPEN_ROUND] = { "重开本场", "round reopened" },
  [LECTERN_WORD_RULING_PANEL] = { "评委变动", "change of the panel" },
  [LECTERN_WORD_RULING_DECISION] = { "同分裁定", "tie decided" },
  [LECTERN_WORD_DECIDED_ORDER] = { "裁定顺序：%s", "in this order: %s" },
  [LECTERN_WORD_BLANK_SHEETS] = { "评分表", "Marking Sheet" },
  [LECTERN_WORD_BLANK_COVER] = { "评分表分发单", "Marking Sheets to Hand Out" },
  [LECTERN_WORD_CRITERION] = { "评分项", "Criterion" },
  [LECTERN_WORD_RECEIVED] = { "签收", "Received" },
  [LECTERN_WORD_GUIDANCE] = { "评分要点", "Guidance" },
  [LECTERN_WORD_FULL_MARKS] = { "满分", "Full" },
  [LECTERN_WORD_STEP] = { "最小分", "Step" },
  [LECTERN_WORD_MARK] = { "得分", "Mark" },
  [LECTERN_WORD_SHEET_RULES] = { "填写说明：每项分数在0与满分之间，按“最小分”的整倍数填写；每项必填，0分也要写。填错时在原分数上划一横线，在旁边写上新分数并签名，不得涂改；合计同改。", "How to fill in: each mark lies between 0 and full marks, in whole multiples of the step; leave none empty, 0 is a mark. To correct, draw one line through the old mark, write the new one beside it and sign there; correct the total as well. Nothing is erased." },
  [LECTERN_WORD_CUT] = { "裁切线", "cut here" },
  [LECTERN_WORD_N_SHEETS] = { "份数", "Sheets" },
  [LECTERN_WORD_LEFT_OUT] = { "不评的选手", "Does not mark" },
  [LECTERN_WORD_LEFT_OUT_NONE] = { "无", "nobody" },
  [LECTERN_WORD_COVER_TOTAL] = { "共%s份，A4纸%s页，每页%s份。", "%s sheets on %s pages of A4, %s a page." },
  [LECTERN_WORD_COVER_UNDRAWN] = { "尚未抽签：抽签号一栏留空，抽签后填写。", "The draw is still to come: write in the lots afterwards." },
  [LECTERN_WORD_COVER_NOTE] = { "“不评的选手”因回避或缺席不设评分表，不得补印、补评。", "Pairs under “Does not mark” have no sheet, because of a recusal or absence." },
  [LECTERN_WORD_AGREEMENT] = { "评委评分一致性分析", "How Far the Judges Agreed" },
  [LECTERN_WORD_AGREEMENT_NEVER] = { "以下数据只描述评委评分的一致程度，任何一项都不改变成绩、名次和奖项。", "These figures only describe how far the judges agreed. None of them ever changes a result, a rank or an award." },
  [LECTERN_WORD_AGREEMENT_OVER] = { "依据：%s名评委都评过的%s名选手。", "Over the %2$s entries that all %1$s judges marked." },
  [LECTERN_WORD_AGREEMENT_LEFT_OUT] = { "有评委回避、缺席或尚未交表，未计入：%s。", "Left out, as a judge was recused, absent or has not handed in: %s." },
  [LECTERN_WORD_AGREEMENT_JURY] = { "一、评委整体", "1. The jury" },
  [LECTERN_WORD_AGREEMENT_JUDGES] = { "二、各位评委", "2. Each judge" },
  [LECTERN_WORD_AGREEMENT_HOW] = { "三、怎样看", "3. How to read it" },
  [LECTERN_WORD_QUESTION] = { "回答的问题", "The question" },
  [LECTERN_WORD_FIGURE] = { "数值", "Figure" },
  [LECTERN_WORD_READING] = { "说明", "In words" },
  [LECTERN_WORD_ASK_W] = { "各位评委排出的先后是否一致？（肯德尔W，0至1）", "Did the judges see the same order? (Kendall’s W, 0 to 1)" },
  [LECTERN_WORD_ASK_CHI] = { "这样的一致会是碰巧吗？（χ²，自由度%s）", "Could it be chance? (χ², %s degrees of freedom)" },
  [LECTERN_WORD_ASK_CHI_UNKNOWN] = { "这样的一致会是碰巧吗？（χ²）", "Could it be chance? (χ²)" },
  [LECTERN_WORD_ASK_ICC1] = { "只看一位评委的分数，有多可靠？（ICC(2,1)）", "How reliable is one judge’s total alone? (ICC(2,1))" },
  [LECTERN_WORD_ASK_ICCK] = { "全体评委的平均分有多可靠？（ICC(2,k)）", "How reliable is the mean of all judges? (ICC(2,k))" },
  [LECTERN_WORD_ASK_ALPHA] = { "不计各人宽严，平均分有多可靠？（克龙巴赫α）", "And with strictness set aside? (Cronbach’s α)" },
  [LECTERN_WORD_AGREE_VERY] = { "高度一致", "strong agreement" },
  [LECTERN_WORD_AGREE_FAIR] = { "比较一致", "fair agreement" },
  [LECTERN_WORD_AGREE_SOME] = { "有一定分歧", "some disagreement" },
  [LECTERN_WORD_AGREE_LITTLE] = { "分歧较大", "little agreement" },
  [LECTERN_WORD_RELY_EXCELLENT] = { "很可靠", "very reliable" },
  [LECTERN_WORD_RELY_GOOD] = { "可靠", "reliable" },
  [LECTERN_WORD_RELY_FAIR] = { "一般", "so-so" },
  [LECTERN_WORD_RELY_POOR] = { "较低", "low" },
  [LECTERN_WORD_CHI_READING] = { "对照χ²分布表", "look up in a table of χ²" },
  [LECTERN_WORD_NO_ENTRIES] = { "选手太少，无法计算", "too few entries to tell" },
  [LECTERN_WORD_NO_JUDGES] = { "评委太少，无法计算", "too few judges to tell" },
  [LECTERN_WORD_NO_VARIATION] = { "分数没有差别，无法计算", "the marks do not differ, so there is nothing to tell" },
  [LECTERN_WORD_NO_RANGE] = { "超出可计算的范围", "beyond what is computed" },
  [LECTERN_WORD_SEVERITY] = { "宽严", "Severity" },
  [LECTERN_WORD_SPREAD] = { "离散", "Spread" },
  [LECTERN_WORD_CONSISTENCY] = { "一致性", "Consistency" },
  [LECTERN_WORD_TIMES_HIGH] = { "去最高", "High" },
  [LECTERN_WORD_TIMES_LOW] = { "去最低", "Low" },
  [LECTERN_WORD_STRICTER] = { "平均比其他评委低%s分", "%s points stricter than the others" },
  [LECTERN_WORD_MORE_GENEROUS] = { "平均比其他评委高%s分", "%s points more generous than the others" },
  [LECTERN_WORD_NEITHER] = { "宽严与其他评委相同", "as strict as the others" },
  [LECTERN_WORD_ORDER_SAME] = { "先后与其他评委很接近", "much the same order as the others" },
  [LECTERN_WORD_ORDER_NEAR] = { "先后与其他评委大体接近", "roughly the same order as the others" },
  [LECTERN_WORD_ORDER_FAR] = { "先后与其他评委差别较大", "another order than the others" },
  [LECTERN_WORD_READ_BOUNDS] = { "“说明”一栏的用词由本软件自行规定：肯德尔W达到0.7为高度一致，达到0.5为比较一致，达到0.3为有一定分歧；三个可靠程度达到0.9为很可靠，达到0.75为可靠，达到0.5为一般；评委的一致性达到0.7为很接近，达到0.4为大体接近。", "The words in the last column are this program’s own: Kendall’s W from 0.7 on is strong agreement, from 0.5 on fair agreement, from 0.3 on some disagreement; the three reliabilities from 0.9 on are very reliable, from 0.75 on reliable, from 0.5 on so-so; a judge’s consistency from 0.7 on is much the same order, from 0.4 on roughly the same." },
  [LECTERN_WORD_READ_SEVERITY] = { "宽严：该评委的平均分减去其他评委平均分的平均，单位为分；负数偏严，正数偏宽。对所有选手一样宽或一样严，不影响任何人的名次。", "Severity: the judge’s mean less the mean of the others’ means, in points; below 0 is strict, above 0 generous. Being it with everybody moves nobody’s place." },
  [LECTERN_WORD_READ_SPREAD] = { "离散：该评委所给合计分的标准差，单位为分；接近0表示给每位选手的分数几乎相同。", "Spread: the standard deviation of the judge’s totals, in points; near 0, everybody got nearly the same." },
  [LECTERN_WORD_READ_CONSISTENCY] = { "一致性：该评委的先后与其他评委平均分的先后之间的等级相关，1为完全相同，0为毫无关系，负数为相反。", "Consistency: rank correlation with the mean of the others; 1 the same order, 0 nothing in common, below 0 the opposite." },
  [LECTERN_WORD_READ_DROPPED] = { "去最高、去最低：该评委的合计在本场被当作最高分、最低分去掉的次数，包括未计入以上依据的选手。", "High, low: how often the judge’s total was struck out as the highest or lowest, over all entries of the round." },
  [LECTERN_WORD_READ_FAIRLY] = { "评委与他人不同可以有充分的理由，这些数据不是对任何评委的评价。", "A judge may have good reasons to differ; this is no verdict on anybody." },
  [LECTERN_WORD_NOTICE] = { "关于%s", "%s" },
  [LECTERN_WORD_NOTICE_LINE] = { "结果的公示", "Public Notice of Results" },
  [LECTERN_WORD_NOTICE_DRAFT] = { "草稿：成绩尚未定稿，不得张贴", "Draft: not finalised, not to be posted" },
  [LECTERN_WORD_NOTICE_HELD] = { "%s%s已于%s%s举行。根据评分规则和评委评分，现将结果予以公示。", "The %2$s of the %1$s was held %3$s%4$s. The results under its rules are published herewith." },
  [LECTERN_WORD_NOTICE_AT] = { "在%s", " at %s" },
  [LECTERN_WORD_NOTICE_ON] = { "%s", "on %s" },
  [LECTERN_WORD_NOTICE_DAYS] = { "公示期%s个工作日：　　年　　月　　日至　　月　　日。", "Open to objections for %s working days, from ________ to ________." },
  [LECTERN_WORD_NOTICE_OBJECT] = { "公示期内如有异议，请以书面形式署实名向主办单位反映，并提供相关依据。", "Objections are made to the organisers in writing, signed, with what supports them." },
  [LECTERN_WORD_NOTICE_CONTACT] = { "受理单位：　　　　　　　　　　　　联系电话：", "Received by: ________________  Telephone: ________________" },
  [LECTERN_WORD_GAIN] = { "晋级", "Goes on" },
  [LECTERN_WORD_JOURNAL] = { "操作日志", "Journal" },
  [LECTERN_WORD_ACTOR] = { "操作人", "Who" },
  [LECTERN_WORD_DONE] = { "内容", "What" },
  [LECTERN_WORD_JOURNAL_END] = { "共%s条。末条校验值（SHA-256）：%s", "%s lines. Hash of the last one (SHA-256): %s" },
  [LECTERN_WORD_CARD_TITLE] = { "评委入席卡", "Judges’ Cards" },
  [LECTERN_WORD_CARD_JUDGE] = { "%s号评委　%s", "Judge %s · %s" },
  [LECTERN_WORD_CARD_CODE] = { "配对码", "Code" },
  [LECTERN_WORD_CARD_ADDRESS] = { "地址（先试第一个）", "Address (first one first)" },
  [LECTERN_WORD_CARD_SHORT_FORM] = { "指纹短码", "Short form of the fingerprint" },
  [LECTERN_WORD_CARD_STEP_1] = { "1. 打开“评委评分端”，输入地址和配对码，或粘贴扫码得到的整条链接。", "1. Open the judge’s panel; type address and code, or paste the link of the QR code." },
  [LECTERN_WORD_CARD_STEP_2] = { "2. 点“入席”。这台笔记本会记住席位，以后不再询问。", "2. Press “Take the Seat”; you are asked once." },
  [LECTERN_WORD_CARD_STEP_3] = { "3. 看屏幕上的指纹短码是否与本卡一致；不一致就不要打分，请叫工作人员。", "3. Compare the short form on the screen with this card. If it differs, do not mark: call the staff." },
  [LECTERN_WORD_CARD_BROWSER] = { "没有评委评分端时，用浏览器打开地址或扫码。浏览器会警告一次，因为证书是主控电脑自己做的：查看证书的 SHA-256 指纹，开头与短码一致再继续。", "Without the panel, open the address or the QR code in a browser. The browser warns once, because the main laptop made its own certificate; compare the short form with the beginning of the certificate’s SHA-256 fingerprint, then go on." },
  [LECTERN_WORD_CARD_ONCE] = { "配对码只能用一次，请勿让他人看到；换笔记本时向控台要新的。", "A code works once. For another laptop ask for a new one." },
  [LECTERN_WORD_SCRIPT] = { "主持词", "MC’s script" },
  [LECTERN_WORD_CUE] = { "环节", "Cue" },
  [LECTERN_WORD_CUE_OF_LOT] = { "%s号 %s", "No. %s %s" },
  [LECTERN_WORD_CUE_TITLE] = { "开场", "Opening" },
  [LECTERN_WORD_CUE_RULES] = { "规则", "Rules" },
  [LECTERN_WORD_CUE_ORDER] = { "出场顺序", "Running order" },
  [LECTERN_WORD_CUE_INTRODUCE] = { "介绍选手", "Introduction" },
  [LECTERN_WORD_CUE_TALK] = { "宣讲结束", "After the talk" },
  [LECTERN_WORD_CUE_MARK] = { "打分", "Marking" },
  [LECTERN_WORD_CUE_REVEAL] = { "亮分", "Reveal" },
  [LECTERN_WORD_CUE_RANKING] = { "排名", "Ranking" },
  [LECTERN_WORD_CUE_BREAK] = { "休息", "Break" },
  [LECTERN_WORD_CUE_TALLY] = { "统分", "Tally" },
  [LECTERN_WORD_CUE_CEREMONY] = { "颁奖", "Awards" },
  [LECTERN_WORD_CUE_END] = { "结束", "End" },
  [LECTERN_WORD_SEAL_HERE] = { "盖章处", "Seal" },
  [LECTERN_WORD_CODE_HERE] = { "核验码", "Code" },
  [LECTERN_WORD_RULER] = { "套打标尺", "Ruler for pre-printed stock" },
  [LECTERN_WORD_RULER_HELP] = { "按实际大小（100%）打印在白纸上，与证书叠放对光比对；偏左几毫米，就在“向右移”里填几毫米。", "Print at actual size (100 %) on plain paper and hold it with the stock against the light; what stands so many millimetres too far left is moved as many to the right." },
  [LECTERN_WORD_RULER_SHIFT] = { "已向右移%s毫米，向下移%s毫米", "Moved %s mm to the right and %s mm down" },
  [LECTERN_WORD_LOGO_HERE] = { "徽标", "Logo" },
  [LECTERN_WORD_FIELD_TITLE] = { "标题", "Title" },
  [LECTERN_WORD_FIELD_LEAD] = { "姓名前一行", "Line before the name" },
  [LECTERN_WORD_FIELD_NAME] = { "姓名", "Name" },
  [LECTERN_WORD_FIELD_BODY] = { "正文", "Body" },
  [LECTERN_WORD_FIELD_CLOSING] = { "结语", "Closing line" },
  [LECTERN_WORD_FIELD_ISSUERS] = { "落款单位", "Issuers" },
  [LECTERN_WORD_FIELD_DATE] = { "日期", "Date" },
  [LECTERN_WORD_FIELD_SERIAL] = { "证书编号", "Serial number" },
  [LECTERN_WORD_ENTRY_LIST] = { "参赛选手名单", "Entry List" },
  [LECTERN_WORD_OFFICE_ONLY] = { "内部资料　含个人信息，不得张贴外传", "For the office only: personal data, not to be posted or passed on" },
  [LECTERN_WORD_ENTRIES_COUNT] = { "共%s人，来自%s个单位", "%s people of %s units" },
  [LECTERN_WORD_BY_STROKES] = { "按姓氏笔画为序", "by strokes of the surname" },
  [LECTERN_WORD_BY_PINYIN] = { "按姓氏拼音为序", "by sound of the surname" },
  [LECTERN_WORD_BY_RANK] = { "按名次为序", "by rank" },
  [LECTERN_WORD_BY_LOT] = { "按抽签号为序", "by lot" },
  [LECTERN_WORD_BY_UNIT] = { "按单位为序，同一单位按姓氏笔画", "by unit, then by strokes of the surname" },
  [LECTERN_WORD_NOMINATING_UNIT] = { "推荐单位", "Unit" },
  [LECTERN_WORD_COURSEWARE] = { "课件", "Slides" },
  [LECTERN_WORD_COURSEWARE_YES] = { "有", "yes" },
  [LECTERN_WORD_COURSEWARE_NO] = { "无", "no" },
  [LECTERN_WORD_ELIGIBILITY] = { "资格审查", "Eligible" },
  [LECTERN_WORD_ELIGIBLE] = { "合格", "yes" },
  [LECTERN_WORD_NOT_ELIGIBLE] = { "未通过", "no" },
  [LECTERN_WORD_WITHDRAWN] = { "已退出", "withdrawn" },
  [LECTERN_WORD_FAULT_NAME] = { "缺姓名", "no name" },
  [LECTERN_WORD_FAULT_TITLE] = { "缺党课题目", "no title" },
  [LECTERN_WORD_FAULT_UNIT] = { "推荐单位不符", "unit" },
  [LECTERN_WORD_FAULT_PARTY] = { "非党员或预备党员", "not a member" },
  [LECTERN_WORD_FAULT_COURSEWARE] = { "缺多媒体课件", "no courseware" },
  [LECTERN_WORD_FAULT_LECTURES] = { "宣讲场次不足", "too few lectures" },
  [LECTERN_WORD_GENDER] = { "性别", "Gender" },
  [LECTERN_WORD_ETHNICITY] = { "民族", "Ethnicity" },
  [LECTERN_WORD_BORN] = { "出生年月", "Born" },
  [LECTERN_WORD_PARTY] = { "政治面貌", "Party status" },
  [LECTERN_WORD_PARTY_MEMBER] = { "中共党员", "member" },
  [LECTERN_WORD_PARTY_PROBATIONARY] = { "中共预备党员", "probationary" },
  [LECTERN_WORD_PARTY_NONE] = { "群众", "none" },
  [LECTERN_WORD_JOINED] = { "入党时间", "Joined" },
  [LECTERN_WORD_EDUCATION] = { "学历", "Education" },
  [LECTERN_WORD_EMPLOYER] = { "工作单位及职务", "Employer and office" },
  [LECTERN_WORD_LECTURES] = { "宣讲场次", "Lectures" },
  [LECTERN_WORD_PHONE] = { "联系电话", "Phone" },
  [LECTERN_WORD_SUM] = { "合计", "Total" },
  [LECTERN_WORD_FILLED_IN_BY] = { "填表人", "Filled in by" },
  [LECTERN_WORD_EXAMINED_BY] = { "审核人", "Examined by" },
  [LECTERN_WORD_DRAW_LED_BY] = { "抽签主持人", "Draw led by" },
  [LECTERN_WORD_AS_OF] = { "统计时间：%s", "As of %s" },
};
/* clang-format on */

static gboolean
is_english (const char *language)
{
  return g_strcmp0 (language, "en") == 0;
}

const char *
lectern_paper_word (const char *language,
                    LecternWord word)
{
  g_return_val_if_fail (word < LECTERN_N_WORDS, "");

  return words[word][is_english (language)];
}

char *
lectern_paper_phrase (const char *language,
                      LecternWord word,
                      ...)
{
  const char *arguments[4] = { "", "", "", "" };
  const char *cursor = lectern_paper_word (language, word);
  GString    *phrase = g_string_new (NULL);
  guint       next = 0;
  va_list     args;

  va_start (args, word);
  for (guint i = 0; i < G_N_ELEMENTS (arguments); i++)
    {
      const char *argument = va_arg (args, const char *);

      if (argument == NULL)
        break;
      arguments[i] = argument;
    }
  va_end (args);

  while (*cursor != '\0')
    {
      if (g_str_has_prefix (cursor, "%s"))
        {
          g_string_append (phrase, arguments[next++ % G_N_ELEMENTS (arguments)]);
          cursor += 2;
        }
      else if (*cursor == '%' && g_ascii_isdigit (cursor[1]) && cursor[2] == '$')
        {
          g_string_append (phrase, arguments[(cursor[1] - '1') & 3]);
          cursor += 4;
        }
      else
        g_string_append_c (phrase, *cursor++);
    }

  return g_string_free (phrase, FALSE);
}

static gboolean
parse_date (const char *date,
            int        *year,
            int        *month,
            int        *day)
{
  return date != NULL && sscanf (date, "%4d-%2d-%2d", year, month, day) == 3 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

static char *
date_in_english (int year,
                 int month,
                 int day)
{
  static const char *const months[] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" };

  return g_strdup_printf ("%d %s %d", day, months[month - 1], year);
}

char *
lectern_paper_date_in_words (const char *language,
                             const char *date)
{
  static const char *const digits[] = { "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" };
  GString                 *text;
  int                      year;
  int                      month;
  int                      day;

  if (!parse_date (date, &year, &month, &day))
    return NULL;
  if (is_english (language))
    return date_in_english (year, month, day);

  text = g_string_new (NULL);
  for (int place = 1000; place > 0; place /= 10)
    g_string_append (text, digits[year / place % 10]);
  g_string_append_printf (text, "年%s月", digits[month]);

  return g_string_free (text, FALSE);
}

char *
lectern_paper_date_in_figures (const char *language,
                               const char *date)
{
  int year;
  int month;
  int day;

  if (!parse_date (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  if (is_english (language))
    return date_in_english (year, month, day);

  return g_strdup_printf ("%d年%d月%d日", year, month, day);
}
