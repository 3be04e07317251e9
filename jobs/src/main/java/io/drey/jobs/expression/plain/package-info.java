/** Plain comparisons of fields with constants, which need no interpreter. */
@NullMarked
package io.drey.jobs.expression.plain;

import org.jspecify.annotations.NullMarked;
