-- Does in Neovim what a person does, with its own client, and prints what was seen as one line of JSON.
local LIMIT = 20000
local seen = {}

local function wait_for(what, condition)
  if not vim.wait(LIMIT, condition, 50) then
    error('no ' .. what .. ' after ' .. LIMIT / 1000 .. ' s')
  end
end

local function code_of(diagnostic)
  return diagnostic.code or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')
end

--- The text of the window that floats above the others, if there is one.
local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true)
      return table.concat(lines, '\n')
    end
  end
end

local ok, problem = pcall(function()
  wait_for('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  local diagnostic = vim.diagnostic.get(0)[1]
  seen.diagnostics = vim.tbl_map(code_of, vim.diagnostic.get(0))
  vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
  seen.word = vim.fn.expand('<cword>')

  vim.lsp.buf.hover()
  wait_for('hover', floating)
  seen.hover = floating()

  -- Which action a person would take is asked with a menu.
  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('change', function() return text() ~= before end)
  wait_for('end of the findings', function() return #vim.diagnostic.get(0) == 0 end)
  vim.cmd('write')
end)
if not ok then seen.problem = tostring(problem) end
io.stdout:write('\nseen: ' .. vim.fn.json_encode(seen) .. '\n')
vim.cmd('qall!')
