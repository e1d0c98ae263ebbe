// zh: 某个行政区的项目：各年进展到哪一步，常被提到的在前
// en: The projects of a district by stage and year, those most named first
// param: district text "云河区" 行政区名称或编号 | District
// param: stage text "" 只看这一阶段：planned、signed、started、underway、completed（空为全部） | Stage (empty: all)
// param: limit integer 200 最多几条 | Limit
// columns: project, type, year, stage, target, report, sentence
// :param district => "云河区"
// :param stage => ""
// :param limit => 200
MATCH (d:District)
WHERE d.id = $district OR d.name = $district
WITH d
ORDER BY size(d.reports) DESC, d.id
LIMIT 1
MATCH (d)<-[:LOCATED_IN]-(n:Entity)-[:HAS_MILESTONE]->(m:Milestone)
WHERE $stage = '' OR m.stage = $stage
WITH DISTINCT n, m
MATCH (m)-[s:SAID_IN]->(p:Passage)
MATCH (report:Report {id: p.report})
WITH n.name AS project, n.type AS type, n.id AS id, size(n.reports) AS reports, n.mentions AS mentions, m.year AS year, m.stage AS stage,
  CASE n.type WHEN 'Project' THEN 0 WHEN 'Infrastructure' THEN 1 ELSE 2 END AS rank,
  m.target AS target, report.title AS report, p.id AS passage, s.start AS start
ORDER BY rank, reports DESC, mentions DESC, project, id, year, target, stage, report, passage, start
LIMIT $limit
MATCH (p:Passage {id: passage})
RETURN project, type, year, stage, target, report, p.text AS sentence
ORDER BY rank, reports DESC, mentions DESC, project, id, year, target, stage, report, passage, start
