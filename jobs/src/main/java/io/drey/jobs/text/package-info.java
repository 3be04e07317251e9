/** Durations and sizes as users write them. */
@NullMarked
package io.drey.jobs.text;

import org.jspecify.annotations.NullMarked;
