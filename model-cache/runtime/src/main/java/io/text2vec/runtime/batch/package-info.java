/**
 * Many callers, few runs: a bounded queue in front of the model.
 *
 * <p>{@code BatchScheduler} is the way in. {@code SharedQueue} puts one lock around {@code TextQueue}, which alone decides
 * who is next and who shares a run; {@code Worker} holds what the threads do.
 */
package io.text2vec.runtime.batch;
