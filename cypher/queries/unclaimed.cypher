// zh: 哪些数字和引号名称没有规则认领，在哪句话里
// en: Numbers and quoted names that no rule knew, with their sentences
// param: report text "" 只看这份报告（编号，空为全部） | Report
// param: limit integer 200 最多几处 | Limit (places)
// columns: words, sentence, year, title, report
// flags: scan
// :param report => ""
// :param limit => 200
MATCH (p:Passage)
WHERE size(p.unclaimedStarts) > 0 AND ($report = '' OR p.report = $report)
UNWIND range(0, size(p.unclaimedStarts) - 1) AS i
WITH p, i
MATCH (report:Report {id: p.report})
RETURN substring(p.text, p.unclaimedStarts[i] - p.start, p.unclaimedEnds[i] - p.unclaimedStarts[i]) AS words,
  p.text AS sentence, report.year AS year, report.title AS title, report.id AS report
ORDER BY report, p.index, i
LIMIT $limit
