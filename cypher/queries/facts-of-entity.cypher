// zh: 一个实体的全部关系，每条附原文句子
// en: All relations of an entity, each with the passages that say it
// param: id text "" 实体编号
// param: types texts [] 只要这些关系类型（空为全部）
// param: limit integer 200 最多几处出处
// columns: relationship, node, direction, report, title, year, passage, heading, text, start, end, rule
// flags: internal
MATCH (e:Entity {id: $id})-[r]-(m:Entity)
WHERE size($types) = 0 OR type(r) IN $types
UNWIND range(0, size(r.passages) - 1) AS i
MATCH (p:Passage {id: r.passages[i]})
MATCH (report:Report {id: p.report})
RETURN r AS relationship, m AS node, CASE WHEN startNode(r).id = $id THEN 'out' ELSE 'in' END AS direction,
  report.id AS report, report.title AS title, report.year AS year, p.id AS passage, p.heading AS heading, p.text AS text,
  r.starts[i] - p.start AS start, r.ends[i] - p.start AS end, r.rules[i] AS rule
ORDER BY type(r), year, r.id, passage, start
LIMIT $limit
