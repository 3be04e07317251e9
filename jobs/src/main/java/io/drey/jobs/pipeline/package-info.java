/** A pipeline file: parsed with positions, checked in one pass, wired into a job graph. */
@NullMarked
package io.drey.jobs.pipeline;

import org.jspecify.annotations.NullMarked;
