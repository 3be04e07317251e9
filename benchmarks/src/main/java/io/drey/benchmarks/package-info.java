/** Drey's speed and memory beside its peers', and the bars they are held to. */
@NullMarked
package io.drey.benchmarks;

import org.jspecify.annotations.NullMarked;
