/** YAML with positions: read without surprises, filled in from outside, every problem kept. */
@NullMarked
package io.drey.jobs.yaml;

import org.jspecify.annotations.NullMarked;
