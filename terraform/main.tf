locals {
  tags = {
    Application = "purveyor"
    Environment = var.name
    ManagedBy   = "terraform"
  }
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
    topic_arn             = module.events.topic_arn
    database_secret_arn   = module.database.secret_arn
    user_pool_arn         = module.people.user_pool_arn
    sagemaker_endpoint    = var.sagemaker_endpoint
  }
  settings = merge(
    {
      NODE_ENV              = "production"
      BASE_URL              = "https://${var.domain}"
      TRUST_PROXY           = "2"
      DATABASE_URL          = module.database.url
      DATABASE_CA           = "rds"
      DATABASE_SECRET_ARN   = module.database.secret_arn
      MEDIA_BUCKET          = module.media.bucket
      MEDIA_BASE_URL        = module.media.address
      OIDC_ISSUER           = module.people.issuer
      OIDC_CLIENT_ID        = module.people.client_id
      OIDC_LOGOUT_URL       = module.people.logout_url
      COGNITO_USER_POOL_ID  = module.people.user_pool_id
      MAIL_FROM             = module.mail.from
      SES_CONFIGURATION_SET = module.mail.configuration_set
      EVENTS_TOPIC_ARN      = module.events.topic_arn
    },
    var.sagemaker_endpoint == "" ? {} : { SAGEMAKER_ENDPOINT = var.sagemaker_endpoint },
  )
}

module "edge" {
  source       = "./modules/edge"
  name         = var.name
  balancer_arn = module.shop.balancer_arn
}

module "watch" {
  source           = "./modules/watch"
  name             = var.name
  key_arn          = module.key.arn
  operators        = var.operators
  monthly_budget   = var.monthly_budget
  environment      = module.shop.environment
  balancer_arn     = module.shop.balancer_arn
  database_id      = module.database.id
  cache_id         = module.cache.id
  dead_letters     = module.events.dead_letters
  media_bucket_arn = module.media.bucket_arn
  log_days         = var.log_days
}
