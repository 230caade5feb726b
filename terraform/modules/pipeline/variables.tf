variable "name" {
  description = "The environment."
  type        = string
}

variable "repository" {
  description = "Where the source is, such as owner/shop."
  type        = string
}

variable "branch" {
  description = "What of it is deployed."
  type        = string
}

variable "architecture" {
  description = "The make of the fleet's machines."
  type        = string
}

variable "key_arn" {
  description = "What is built, and its logs, are encrypted with."
  type        = string
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
}

variable "domain" {
  description = "The address of the shop, which is looked at after a deployment."
  type        = string
}

variable "artifacts" {
  description = "The bucket of what was built."
  type = object({
    bucket = string
    arn    = string
  })
}

variable "beanstalk" {
  description = "Where it is deployed to, and the roles of the machines there and of Beanstalk itself."
  type = object({
    application = string
    environment = string
    role_arns   = list(string)
  })
}

variable "functions" {
  description = "The functions that new code is brought to; none while there are none."
  type = object({
    names = list(string)
    arns  = list(string)
  })
}

variable "recommender" {
  description = "Where images of the recommender are pushed to."
  type = object({
    repository = string
    url        = string
    arn        = string
  })
}
