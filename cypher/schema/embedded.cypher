// The embedded store: a unique constraint alone makes no index there (rule R2), so both.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT observation_id IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT milestone_id IF NOT EXISTS FOR (n:Milestone) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_id_index IF NOT EXISTS FOR (n:Entity) ON (n.id);
CREATE INDEX report_id_index IF NOT EXISTS FOR (n:Report) ON (n.id);
CREATE INDEX passage_id_index IF NOT EXISTS FOR (n:Passage) ON (n.id);
CREATE INDEX observation_id_index IF NOT EXISTS FOR (n:Observation) ON (n.id);
CREATE INDEX milestone_id_index IF NOT EXISTS FOR (n:Milestone) ON (n.id);
