variable "name" {
  description = "The environment."
  type        = string
}

variable "vpc_id" {
  description = "The network."
  type        = string
}

variable "subnet_ids" {
  description = "Where the machines are, one a zone."
  type        = list(string)
}

variable "public_ids" {
  description = "Where the balancer is, one a zone."
  type        = list(string)
}

variable "group_id" {
  description = "The group of the machines."
  type        = string
}

variable "balancer_id" {
  description = "The group of the balancer."
  type        = string
}

variable "certificate_arn" {
  description = "The certificate that the balancer shows."
  type        = string
}

variable "fleet" {
  description = "Which machines, and how many."
  type = object({
    instance_types = list(string)
    architecture   = string
    image          = string
    least          = number
    most           = number
  })
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
}

variable "key_arn" {
  description = "What secrets, and what is told, are encrypted with."
  type        = string
}

variable "settings" {
  description = "The settings of the shop that are no secrets."
  type        = map(string)
}

variable "secret_arn" {
  description = "The secret that holds the others."
  type        = string
}

variable "secret_names" {
  description = "Which those are."
  type        = list(string)
}

variable "grants" {
  description = "What the machines may use of Amazon's, and nothing else."
  type = object({
    bucket_arn            = string
    identity_arn          = string
    configuration_set_arn = string
    feedback_arn          = string
    topic_arn             = string
    database_secret_arn   = string
    user_pool_arn         = string
    sagemaker_endpoint    = string
  })
}

variable "stack_pattern" {
  description = "Which platform: the newest one of this name."
  type        = string
  default     = "^64bit Amazon Linux 2023 v6.* running Node.js 24$"
}
