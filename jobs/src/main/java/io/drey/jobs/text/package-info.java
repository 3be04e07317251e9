/** Durations and sizes as people write them. */
@NullMarked
package io.drey.jobs.text;

import org.jspecify.annotations.NullMarked;
