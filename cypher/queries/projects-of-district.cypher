// zh: 某个行政区的项目：各年进展到哪一步
// en: The projects of a district by stage and year
// param: district text "云河区" 行政区名称或编号
// param: stage text "" 只看这一阶段：planned、signed、started、underway、completed（空为全部）
// param: limit integer 200 最多几条
// columns: project, type, year, stage, target, report, sentence
// :params {district: "云河区", stage: "", limit: 200}
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
MATCH (d)<-[:LOCATED_IN]-(n:Entity)-[:HAS_MILESTONE]->(m:Milestone)
WHERE $stage = '' OR m.stage = $stage
WITH DISTINCT n, m
MATCH (m)-[s:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
RETURN n.name AS project, n.type AS type, m.year AS year, m.stage AS stage, m.target AS target, report.title AS report, p.text AS sentence
ORDER BY project, year, target, stage, report, p.id, s.start
LIMIT $limit
