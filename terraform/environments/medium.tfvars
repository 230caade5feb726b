# Two machines and stand-bys in other zones: nothing is lost, and nobody waits longer than a minute, when one fails.
name           = "purveyor-medium"
region         = "eu-central-1"
monthly_budget = 900
database       = { instance_class = "db.m7g.large", gigabytes = 100, multi_az = true, backup_days = 14 }
cache          = { node_type = "cache.t4g.medium", nodes = 2 }
fleet          = { instance_types = ["m7g.large", "m6g.large"], least = 2, most = 6 }
