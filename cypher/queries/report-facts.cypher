// zh: 一份报告里的数字和进展及其位置
// en: The figures and milestones of a report, with their places in the text
// param: report text "" 报告编号 | Report
// columns: passage, fact, entity, name, start, end, rule
// flags: internal
MATCH (:Report {id: $report})-[:HAS_PASSAGE]->(p:Passage)<-[s:SAID_IN]-(f)
WITH p, s, f
MATCH (f)<-[:HAS_OBSERVATION|HAS_MILESTONE]-(e:Entity)
RETURN p.id AS passage, f AS fact, e.id AS entity, e.name AS name, s.start AS start, s.end AS end, s.rule AS rule
ORDER BY p.index, start, f.id
