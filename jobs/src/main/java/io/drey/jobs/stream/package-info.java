/** The streams that a step or source hands on, by the names of its outputs. */
@NullMarked
package io.drey.jobs.stream;

import org.jspecify.annotations.NullMarked;
