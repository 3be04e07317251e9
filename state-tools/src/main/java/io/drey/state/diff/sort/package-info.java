/** Sorts more records than memory holds. */
@NullMarked
package io.drey.state.diff.sort;

import org.jspecify.annotations.NullMarked;
