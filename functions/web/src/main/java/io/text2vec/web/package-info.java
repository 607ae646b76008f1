/** What every door shares: errors, authentication, drain, limits, metrics. Knows HTTP, but no contract. */
package io.text2vec.web;
