// zh: 一份报告里提到的实体和位置
// en: The entities named in a report, and where
// param: id text "" 报告编号
// columns: passage, entity, name, type, starts, ends
// flags: internal
MATCH (r:Report {id: $id})-[:HAS_PASSAGE]->(p:Passage)-[m:MENTIONS]->(e:Entity)
RETURN p.id AS passage, e.id AS entity, e.name AS name, e.type AS type, m.starts AS starts, m.ends AS ends
