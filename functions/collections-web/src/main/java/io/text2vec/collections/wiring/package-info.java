/** Collections as beans of an application: one engine, and the services over it. */
package io.text2vec.collections.wiring;
