package io.text2vec.cluster.rest;

import io.text2vec.cluster.client.RestReply;

/** What is done about a request that can't just go through. Blocks. */
@FunctionalInterface
interface Step {
    RestReply answer(Asked asked);
}
