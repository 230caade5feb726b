drop table recommendations.artifacts;
drop table recommendations.models;
