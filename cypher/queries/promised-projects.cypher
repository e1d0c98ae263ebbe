// zh: 计划到某年建成的项目，后来的报告里有没有建成
// en: Things planned to be finished in a year, and whether a later report says that they were
// param: district text "" 行政区名称（空为全部）
// param: limit integer 200 最多几项
// columns: thing, type, plannedFor, finishedIn, sentence
// flags: scan
// :params {district: "", limit: 200}
MATCH (m:Milestone {stage: 'completed'})
WHERE m.target = true
WITH m
MATCH (n:Entity)-[:HAS_MILESTONE]->(m)-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WHERE $district = '' OR report.district = $district
WITH n, m, min(p.text) AS sentence
OPTIONAL MATCH (n)-[:HAS_MILESTONE]->(done:Milestone {stage: 'completed', target: false})
WITH n, m, sentence, min(done.year) AS finishedIn
RETURN n.name AS thing, n.type AS type, m.year AS plannedFor, finishedIn, sentence
ORDER BY plannedFor, thing, n.id
LIMIT $limit
