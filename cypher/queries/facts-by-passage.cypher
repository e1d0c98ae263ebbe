// zh: 含有某个词的段落里记下了哪些事实
// en: The facts that passages with a word give
// param: q text "亿元" 段落中的词 | Word in the passage
// param: report text "" 只看这份报告（编号，空为全部） | Report
// param: limit integer 100 最多几条 | Limit
// columns: sentence, fact, entity, what, value, year, title
// flags: scan
// :param q => "亿元"
// :param report => ""
// :param limit => 100
MATCH (p:Passage)
WHERE p.text CONTAINS $q AND ($report = '' OR p.report = $report) AND EXISTS { (p)<-[:SAID_IN]-() }
WITH p
ORDER BY p.report, p.index
LIMIT $limit
MATCH (p)<-[s:SAID_IN]-(f)
WITH p, s, f
MATCH (f)<-[:HAS_OBSERVATION|HAS_MILESTONE]-(e:Entity)
MATCH (report:Report {id: p.report})
RETURN p.text AS sentence, f AS fact, e.name AS entity, coalesce(f.indicator, f.stage) AS what, f.value AS value, f.year AS year, report.title AS title
ORDER BY report.id, p.index, s.start, f.id
LIMIT $limit
