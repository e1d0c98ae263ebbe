// zh: 几个行政区的指标数据
// en: The figures of several districts
// param: ids texts [] 行政区编号 | District
// columns: district, id, indicator, measure, unit, year, kind, bound, value, text
// flags: internal
UNWIND $ids AS id
MATCH (d:Entity {id: id})-[:HAS_OBSERVATION]->(o:Observation)
RETURN d.id AS district, o.id AS id, o.indicator AS indicator, o.measure AS measure, o.unit AS unit, o.year AS year,
  o.kind AS kind, o.bound AS bound, o.value AS value, o.text AS text
ORDER BY id, district
