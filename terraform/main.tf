locals {
  tags = {
    Application = "purveyor"
    Environment = var.name
    ManagedBy   = "terraform"
  }

  # What the shop is told, on machines and in functions.
  settings = {
    NODE_ENV                = "production"
    BASE_URL                = "https://${var.domain}"
    TRUST_PROXY             = "2"
    DATABASE_URL            = module.database.url
    DATABASE_CA             = "rds"
    DATABASE_SECRET_ARN     = module.database.secret_arn
    MEDIA_BUCKET            = module.media.bucket
    MEDIA_BASE_URL          = module.media.address
    OIDC_ISSUER             = module.people.issuer
    OIDC_CLIENT_ID          = module.people.client_id
    OIDC_LOGOUT_URL         = module.people.logout_url
    COGNITO_USER_POOL_ID    = module.people.user_pool_id
    MAIL_FROM               = module.mail.from
    SES_CONFIGURATION_SET   = module.mail.configuration_set
    MAIL_FEEDBACK_QUEUE_URL = module.mail.feedback_url
    EVENTS_TOPIC_ARN        = module.events.topic_arn
  }

  endpoint = var.recommender_image == "" ? "" : module.model[0].endpoint.name
  training = { bucket = module.recommender.bucket, arn = module.recommender.bucket_arn }
}

module "key" {
  source = "./modules/key"
  name   = var.name
}

module "network" {
  source   = "./modules/network"
  name     = var.name
  key_arn  = module.key.arn
  log_days = var.log_days
}

module "database" {
  source         = "./modules/database"
  name           = var.name
  key_arn        = module.key.arn
  subnet_ids     = module.network.data_subnet_ids
  group_id       = module.network.database_group_id
  instance_class = var.database.instance_class
  gigabytes      = var.database.gigabytes
  multi_az       = var.database.multi_az
  backup_days    = var.database.backup_days
}

module "cache" {
  source        = "./modules/cache"
  name          = var.name
  key_arn       = module.key.arn
  subnet_ids    = module.network.data_subnet_ids
  group_id      = module.network.cache_group_id
  node_type     = var.cache.node_type
  nodes         = var.cache.nodes
  token         = var.cache_token
  token_version = var.secrets_version
}

module "media" {
  source = "./modules/media"
  name   = var.name
}

module "people" {
  source       = "./modules/people"
  name         = var.name
  domain       = var.domain
  mail_from    = module.mail.from
  identity_arn = module.mail.identity_arn

  second_factor_arn = var.bundle == "" ? "" : module.functions[0].second_factor_arn
}

module "mail" {
  source  = "./modules/mail"
  name    = var.name
  domain  = var.mail_domain
  key_arn = module.key.arn
}

module "events" {
  source  = "./modules/events"
  name    = var.name
  key_arn = module.key.arn
}

module "secrets" {
  source          = "./modules/secrets"
  name            = var.name
  key_arn         = module.key.arn
  secrets_version = var.secrets_version
  values = {
    SESSION_SECRET        = var.session_secret
    STRIPE_SECRET_KEY     = var.stripe_secret_key
    STRIPE_WEBHOOK_SECRET = var.stripe_webhook_secret
    OIDC_CLIENT_SECRET    = module.people.client_secret
    REDIS_URL             = "rediss://:${var.cache_token}@${module.cache.address}:6379"
  }
}

module "shop" {
  source          = "./modules/shop"
  name            = var.name
  vpc_id          = module.network.vpc_id
  subnet_ids      = module.network.shop_subnet_ids
  public_ids      = module.network.public_subnet_ids
  group_id        = module.network.shop_group_id
  balancer_id     = module.network.balancer_group_id
  certificate_arn = var.certificate_arn
  fleet           = var.fleet
  log_days        = var.log_days
  key_arn         = module.key.arn
  secret_arn      = module.secrets.arn
  secret_names    = module.secrets.names
  grants = {
    bucket_arn            = module.media.bucket_arn
    identity_arn          = module.mail.identity_arn
    configuration_set_arn = module.mail.configuration_set_arn
    feedback_arn          = module.mail.feedback_arn
    topic_arn             = module.events.topic_arn
    database_secret_arn   = module.database.secret_arn
    user_pool_arn         = module.people.user_pool_arn
    sagemaker_endpoint    = local.endpoint
  }
  settings = merge(
    local.settings,
    # Where a function writes letters about orders, machines write none.
    var.bundle == "" ? {} : { LETTERS_SENT_BY = "topic" },
    local.endpoint == "" ? {} : { SAGEMAKER_ENDPOINT = local.endpoint },
  )
}

module "artifacts" {
  source  = "./modules/artifacts"
  name    = var.name
  key_arn = module.key.arn
}

module "functions" {
  count    = var.bundle == "" ? 0 : 1
  source   = "./modules/functions"
  name     = var.name
  key_arn  = module.key.arn
  log_days = var.log_days
  code = {
    bucket       = module.artifacts.bucket
    key          = var.bundle
    architecture = var.fleet.architecture
  }
  network = {
    subnet_ids = module.network.shop_subnet_ids
    group_id   = module.network.functions_group_id
  }
  settings            = local.settings
  secret_arn          = module.secrets.arn
  database_secret_arn = module.database.secret_arn
  topic_arn           = module.events.topic_arn
  mail = {
    identity_arn          = module.mail.identity_arn
    configuration_set_arn = module.mail.configuration_set_arn
  }
  media         = { bucket = module.media.bucket, arn = module.media.bucket_arn }
  training      = local.training
  user_pool_arn = module.people.user_pool_arn

  sagemaker_endpoint = local.endpoint
}

module "recommender" {
  source  = "./modules/recommender"
  name    = var.name
  key_arn = module.key.arn
}

module "model" {
  count             = var.recommender_image == "" ? 0 : 1
  source            = "./modules/model"
  name              = var.name
  image             = var.recommender_image
  most_at_once      = var.recommender_most_at_once
  repository_arn    = module.recommender.repository_arn
  training          = local.training
  export_events_arn = module.functions[0].export_events_arn
  key_arn           = module.key.arn
  log_days          = var.log_days
}

module "pipeline" {
  count        = var.repository == "" ? 0 : 1
  source       = "./modules/pipeline"
  name         = var.name
  repository   = var.repository
  branch       = var.branch
  architecture = var.fleet.architecture
  key_arn      = module.key.arn
  log_days     = var.log_days
  domain       = var.domain
  artifacts    = { bucket = module.artifacts.bucket, arn = module.artifacts.arn }
  beanstalk = {
    application = module.shop.application
    environment = module.shop.environment
    role_arns   = module.shop.role_arns
  }
  functions = {
    names = flatten(module.functions[*].names)
    arns  = flatten(module.functions[*].arns)
  }
  recommender = {
    repository = module.recommender.repository
    url        = module.recommender.repository_url
    arn        = module.recommender.repository_arn
  }
}

module "edge" {
  source       = "./modules/edge"
  name         = var.name
  balancer_arn = module.shop.balancer_arn
}

module "watch" {
  source         = "./modules/watch"
  name           = var.name
  key_arn        = module.key.arn
  operators      = var.operators
  monthly_budget = var.monthly_budget
  environment    = module.shop.environment
  balancer_arn   = module.shop.balancer_arn
  database_id    = module.database.id
  cache_nodes    = module.cache.nodes
  domain         = var.domain
  functions      = flatten(module.functions[*].names)
  model          = one(module.model[*].endpoint)
  training       = one(module.model[*].training)
  pipeline       = one(module.pipeline[*].name)
  dead_letters = merge(concat(
    [{ events = module.events.dead_letters, mail = module.mail.dead_letters }],
    module.functions[*].dead_letters,
    [for model in module.model : { training = model.dead_letters }],
  )...)
  media_bucket_arn = module.media.bucket_arn
  log_days         = var.log_days
}
