/** The sink to standard output. */
@NullMarked
package io.drey.jobs.sink.stdout;

import org.jspecify.annotations.NullMarked;
