// zh: 一条关系的原文出处
// en: The passages that say a relation
// param: from text "" 起点实体编号
// param: to text "" 终点实体编号
// param: relation text "" 关系编号（空为两者之间的全部）
// columns: relationship, report, title, year, passage, heading, text, start, end, rule
// flags: internal
MATCH (a:Entity {id: $from})-[r]-(b:Entity {id: $to})
WHERE $relation = '' OR r.id = $relation
UNWIND range(0, size(r.passages) - 1) AS i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
RETURN r AS relationship, report.id AS report, report.title AS title, report.year AS year, p.id AS passage,
  p.heading AS heading, p.text AS text, r.starts[i] - p.start AS start, r.ends[i] - p.start AS end, r.rules[i] AS rule
ORDER BY year, r.id, passage, start
