import { postJson } from './api.js';

const byId = (id) => document.getElementById(id);

byId('name').focus();
byId('login').addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = event.target.querySelector('button');
  button.disabled = true;
  byId('trouble').textContent = '';
  try {
    await postJson('/api/login', { name: byId('name').value.trim(), password: byId('password').value });
    location.replace('/');
  } catch (error) {
    byId('trouble').textContent = error.message;
    button.disabled = false;
    byId('password').select();
  }
});
