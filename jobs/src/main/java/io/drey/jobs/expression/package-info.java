/** Expressions on an event: sandboxed JEXL, and the plain comparisons that need no interpreter. */
@NullMarked
package io.drey.jobs.expression;

import org.jspecify.annotations.NullMarked;
