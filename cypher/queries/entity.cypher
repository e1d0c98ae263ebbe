// zh: 一个实体的名称、别名、类型和出处数
// en: An entity: its names, type and number of reports
// param: id text "" 实体编号
// columns: node, degree, observations, milestones
// flags: internal
MATCH (e:Entity {id: $id})
OPTIONAL MATCH (e)-[r]-(:Entity)
WITH e, count(r) AS degree
OPTIONAL MATCH (e)-[o:HAS_OBSERVATION]->(:Observation)
WITH e, degree, count(o) AS observations
OPTIONAL MATCH (e)-[m:HAS_MILESTONE]->(:Milestone)
WITH e, degree, observations, count(m) AS milestones
RETURN e AS node, degree, observations, milestones
