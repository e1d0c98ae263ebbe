// zh: 计划到某年建成的项目，后来的报告里有没有建成
// en: Things planned to be finished in a year, and whether a later report says that they were
// param: district text "" 行政区名称（空为全部）
// param: limit integer 200 最多几项
// columns: thing, type, plannedFor, finishedIn, sentence
// flags: scan
// :params {district: "", limit: 200}
MATCH (m:Milestone)
WHERE m.stage = 'completed' AND m.target = true
WITH m
MATCH (m)-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WHERE $district = '' OR report.district = $district
WITH m, min(p.text) AS sentence
MATCH (m)<-[:HAS_MILESTONE]-(n:Entity)
WITH n, m, sentence
MATCH (n)-[:HAS_MILESTONE]->(done:Milestone)
WITH n, m, sentence, min(CASE WHEN done.stage = 'completed' AND done.target = false THEN done.year END) AS finishedIn
RETURN n.name AS thing, n.type AS type, m.year AS plannedFor, finishedIn, sentence
ORDER BY plannedFor, thing, n.id
LIMIT $limit
