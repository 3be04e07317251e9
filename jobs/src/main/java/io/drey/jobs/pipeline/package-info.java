/** A pipeline file, read and checked, and the lists of the sources, steps and sinks it can name. */
@NullMarked
package io.drey.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
