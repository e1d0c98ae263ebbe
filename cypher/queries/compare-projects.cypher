// zh: 几个行政区的项目进展到哪一步
// en: How far projects in several districts are
// param: ids texts [] 行政区编号 | District
// columns: district, id, name, mentions, stage, year, target
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})<-[:LOCATED_IN]-(n:Entity)-[:HAS_MILESTONE]->(m:Milestone)
RETURN DISTINCT d.id AS district, n.id AS id, n.name AS name, n.mentions AS mentions, m.stage AS stage, m.year AS year, m.target AS target
ORDER BY id, district, year, stage, target
