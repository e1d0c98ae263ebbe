// zh: 计划到某年建成的，后来的报告里有没有建成；那年已过的在前
// en: Things planned to be finished in a year, and whether a later report says that they were; years gone by first
// param: district text "" 行政区名称（空为全部） | District
// param: limit integer 200 最多几项 | Limit
// columns: thing, type, plannedFor, finishedIn, report, sentence
// flags: scan
// :param district => ""
// :param limit => 200
MATCH (report:Report)
WHERE $district = '' OR report.district = $district
WITH report.district AS place, max(report.year) AS last, collect(report.id) AS ids
UNWIND ids AS id
MATCH (:Report {id: id})-[:HAS_PASSAGE]->(p:Passage)
WITH last, p
MATCH (p)<-[:SAID_IN]-(m:Milestone)
WHERE m.stage = 'completed' AND m.target = true
WITH m, min(p.id) AS passage, max(last) AS last
MATCH (m)<-[:HAS_MILESTONE]-(n:Entity)
WITH n, m.year AS plannedFor, passage, CASE WHEN m.year < last THEN 0 ELSE 1 END AS open
MATCH (n)-[:HAS_MILESTONE]->(done:Milestone)
WITH n.name AS thing, n.type AS type, n.id AS id, plannedFor, passage, open,
  min(CASE WHEN done.stage = 'completed' AND done.target = false THEN done.year END) AS finishedIn
ORDER BY open, plannedFor DESC, thing, id
LIMIT $limit
MATCH (p:Passage {id: passage})
MATCH (report:Report {id: p.report})
RETURN thing, type, plannedFor, finishedIn, report.title AS report, p.text AS sentence
ORDER BY open, plannedFor DESC, thing, id
