variable "name" {
  description = "The environment."
  type        = string
}

variable "code" {
  description = "Where their first code lies, and the make of the machines that it was made for."
  type = object({
    bucket       = string
    key          = string
    architecture = string
  })
}

variable "key_arn" {
  description = "What settings, logs and messages are encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
}

variable "network" {
  description = "Where those are that read the database."
  type = object({
    subnet_ids = list(string)
    group_id   = string
  })
}

variable "settings" {
  description = "The settings of the shop that are no secrets."
  type        = map(string)
}

variable "secret_arn" {
  description = "The secret that holds the others."
  type        = string
}

variable "database_secret_arn" {
  description = "The secret that holds the database's password."
  type        = string
}

variable "topic_arn" {
  description = "Where it is told what happens to orders."
  type        = string
}

variable "mail" {
  description = "As whom, and by which configuration set, letters are sent."
  type = object({
    identity_arn          = string
    configuration_set_arn = string
  })
}

variable "media" {
  description = "The bucket of the pictures."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "training" {
  description = "The bucket of what models learn from."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "user_pool_arn" {
  description = "The accounts."
  type        = string
}

variable "sagemaker_endpoint" {
  description = "Who recommends what goes with an order; empty for the model in the process."
  type        = string
}
