/** External sort: sorts more records than fit into memory. */
@NullMarked
package io.drey.state.diff.sort;

import org.jspecify.annotations.NullMarked;
