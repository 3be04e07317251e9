/** A checked pipeline as a Flink job, as text and as a diagram. */
@NullMarked
package io.drey.jobs.graph;

import org.jspecify.annotations.NullMarked;
