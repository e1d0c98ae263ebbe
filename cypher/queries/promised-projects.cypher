// zh: 计划到某年建成的项目，后来的报告里有没有建成
// en: Things planned to be finished in a year, and whether a later report says that they were
// param: district text "" 行政区名称（空为全部）
// param: limit integer 200 最多几项
// columns: thing, type, plannedFor, finishedIn, report, sentence
// flags: scan
// :params {district: "", limit: 200}
MATCH (m:Milestone)
WHERE m.stage = 'completed' AND m.target = true
WITH m
MATCH (m)-[:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WHERE $district = '' OR report.district = $district
WITH m, min(p.id) AS passage
MATCH (m)<-[:HAS_MILESTONE]-(n:Entity)
WITH n, m.year AS plannedFor, passage
MATCH (n)-[:HAS_MILESTONE]->(done:Milestone)
WITH n.name AS thing, n.type AS type, n.id AS id, plannedFor, passage,
  min(CASE WHEN done.stage = 'completed' AND done.target = false THEN done.year END) AS finishedIn
ORDER BY plannedFor DESC, thing, id
LIMIT $limit
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN thing, type, plannedFor, finishedIn, report.title AS report, p.text AS sentence
ORDER BY plannedFor DESC, thing, id
