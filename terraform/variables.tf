variable "name" {
  description = "What everything is called by; one name an environment."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{2,20}$", var.name))
    error_message = "The name is 3 to 21 small letters, digits and hyphens, and begins with a letter."
  }
}

variable "region" {
  description = "Where the shop is."
  type        = string
}

variable "domain" {
  description = "The address of the shop without https://, such as shop.example.com."
  type        = string
}

variable "certificate_arn" {
  description = "The certificate of the domain, in the region of the shop."
  type        = string
}

variable "mail_domain" {
  description = "The domain that mail is from; SES says which records prove it."
  type        = string
}

variable "operators" {
  description = "The addresses that alarms and the budget write to."
  type        = list(string)
}

variable "monthly_budget" {
  description = "US dollars a month of which half, most and all is told."
  type        = number
}

variable "database" {
  description = "How large PostgreSQL is, whether a second one stands by in another zone, and for how many days it can be wound back."
  type = object({
    instance_class = string
    gigabytes      = number
    multi_az       = bool
    backup_days    = number
  })
}

variable "cache" {
  description = "How large Redis is; two or more are one and its replicas."
  type = object({
    node_type = string
    nodes     = number
  })

  validation {
    condition     = var.cache.nodes >= 1
    error_message = "There is one node at the least."
  }
}

variable "fleet" {
  description = "Which machines serve the shop, of what make, from which image if not the platform's, and how many at the least and at the most. The bundle is made for that make."
  type = object({
    instance_types = list(string)
    architecture   = optional(string, "arm64")
    image          = optional(string, "")
    least          = number
    most           = number
  })

  validation {
    condition     = var.fleet.least >= 1 && var.fleet.most >= var.fleet.least
    error_message = "There is one machine at the least, and no fewer at the most."
  }

  validation {
    condition     = contains(["arm64", "x86_64"], var.fleet.architecture)
    error_message = "The make of the machines is arm64 or x86_64."
  }
}

variable "log_days" {
  description = "For how many days logs are kept."
  type        = number
  default     = 90
}

variable "bundle" {
  description = "What functions first take their code from, such as bundles/COMMIT.zip in the bucket of artifacts; empty for none."
  type        = string
  default     = ""

  validation {
    condition     = var.bundle == "" || can(regex("^[\\w./-]+\\.zip$", var.bundle))
    error_message = "The bundle is the key of a .zip in the bucket of artifacts."
  }
}

variable "recommender_image" {
  description = "The image that learns and recommends, with its tag; empty for the model in the process."
  type        = string
  default     = ""

  validation {
    condition = var.recommender_image == "" || can(
      regex("^\\d{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com/[a-z0-9/_-]+:[\\w.-]+$", var.recommender_image)
    )
    error_message = "The image lies in a repository of Amazon's, and is named with its tag."
  }

  validation {
    condition     = var.recommender_image == "" || var.bundle != ""
    error_message = "A model learns from what a function writes down: it needs the bundle too."
  }
}

variable "recommender_most_at_once" {
  description = "How many questions the endpoint answers at once; the shop helps itself with those beyond."
  type        = number
  default     = 10

  validation {
    condition     = var.recommender_most_at_once >= 1 && var.recommender_most_at_once <= 200
    error_message = "An endpoint without machines of its own answers 1 to 200 questions at once."
  }
}

variable "repository" {
  description = "Where the source is at GitHub, such as owner/shop; empty for no pipeline."
  type        = string
  default     = ""

  validation {
    condition     = var.repository == "" || can(regex("^[\\w.-]+/[\\w.-]+$", var.repository))
    error_message = "The repository is named by its owner and its name, as owner/shop."
  }
}

variable "branch" {
  description = "What of the repository is deployed."
  type        = string
  default     = "main"
}

variable "secrets_version" {
  description = "Raised whenever one of the secrets below has changed: they are handed on and kept nowhere, so that nothing else tells."
  type        = number
  default     = 1
}

variable "session_secret" {
  description = "What session cookies are signed with, 32 characters or more."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "stripe_secret_key" {
  description = "Stripe's secret key."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "stripe_webhook_secret" {
  description = "What Stripe signs its webhooks with."
  type        = string
  ephemeral   = true
  sensitive   = true
}

variable "cache_token" {
  description = "The password of Redis: 16 to 128 letters and digits."
  type        = string
  ephemeral   = true
  sensitive   = true
}
